// The folders of the setting `sshdConfig.roots` as URIs. Which of them counts for a file, root-mapping.ts says.
import { decodedUri } from './file-uri';

/** The folders, without slashes at their ends: absolute ones where the file lies, others below the workspace folder that holds the file. */
export function rootUris(
  roots: readonly string[],
  uri: string,
  workspaceFolders: readonly string[],
): readonly string[] {
  const folder = workspaceFolders.find((one) => decodedUri(uri).startsWith(`${decodedUri(one).replace(/\/$/, '')}/`));
  return roots.flatMap((root) => {
    const drive = /^[A-Za-z]:(?=[\\/])/.exec(root)?.[0];
    const names = (drive === undefined ? root : root.slice(drive.length).replaceAll('\\', '/')).split('/');
    const path = [drive ?? '', ...names]
      .filter((name) => name !== '' && name !== '.')
      .map((name) => `/${encodeURIComponent(name)}`)
      .join('');
    if (drive === undefined && !root.startsWith('/'))
      return folder === undefined ? [] : [folder.replace(/\/$/, '') + path];
    return [originOf(uri) + path];
  });
}

/** What stands before the path: scheme and authority. */
function originOf(uri: string): string {
  return /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
}
