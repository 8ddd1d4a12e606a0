// The cases of OpenSSH's own regression tests that say whether a configuration is accepted, in 41 releases and Debian 12. What `sshd -T` prints of them
// is not compared here; but where it prints what it should, the files were accepted.
import { gunzipSync } from 'node:zlib';
import { saidByUs } from './files-verdict';
import { type Files, MAIN } from './random-config';

interface RegressCase {
  readonly name: string;
  readonly files: Files;
  readonly main: string;
  readonly mode: string;
  readonly expect: { readonly ok: boolean };
  /** Whether the release did as expected. */
  readonly verified: Readonly<Record<string, boolean>>;
}

/** What one release made of the files. */
export interface Outcome {
  readonly id: string;
  readonly version: string;
  readonly files: Files;
  readonly accepted: boolean;
}

/** Reads the table (gzip); releases of which a case tells nothing are left out. */
export function outcomesOf(table: Uint8Array): readonly Outcome[] {
  const { cases } = JSON.parse(gunzipSync(table).toString('utf8')) as { readonly cases: readonly RegressCase[] };
  return cases.flatMap(({ name, files, main, mode, expect, verified }) => {
    const all = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [file === main ? MAIN : file, text.replaceAll('@DIR@', '{dir}')]),
    );
    return Object.entries(verified).flatMap(([version, asExpected]): readonly Outcome[] => {
      // -T may print something else, or fail for its connection, where -t is content.
      if (mode !== 't' && !(asExpected && expect.ok)) return [];
      return [{ id: name, version, files: all, accepted: expect.ok === asExpected }];
    });
  });
}

/** What we say instead, where we disagree. */
export function disagreement({ id, version, files, accepted }: Outcome): string | undefined {
  const { said, rules } = saidByUs(files, version === 'debian' ? 'debian-12' : version);
  if ((said === 'accepts') === accepted) return undefined;
  return `${id} ${version}: sshd ${accepted ? 'accepts' : 'refuses'}, we ${said} (${rules.join(', ')}) | ${JSON.stringify(files)}`;
}
