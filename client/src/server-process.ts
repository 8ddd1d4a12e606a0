// How the extension starts the server's process: what keeps it small and quick to start. The benchmark starts it the same way.

/**
 * Node options. Little garbage lives long in the server: small spaces and no helper threads save 65 MB and cost a fifth of a keystroke's time
 * (`npm run bench`).
 */
export const NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=1', '--optimize-for-size', '--v8-pool-size=0'];

/**
 * Environment variables. Node from 22.1 on keeps in `cacheFolder` what it has compiled, which saves a quarter of the next start; glibc gives back what
 * compiling took (malloc_trim(3)), 6 MB. Others take no notice.
 */
export function serverEnvironment(cacheFolder: string): Readonly<Record<string, string>> {
  return { NODE_COMPILE_CACHE: cacheFolder, MALLOC_TRIM_THRESHOLD_: '131072' };
}
