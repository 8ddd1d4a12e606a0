// The multi-file cases of OpenSSH's own regression tests, with the versions whose sshd really gives the expected result.
import type { Configuration } from '../../server/src/model/configuration';
import { effectiveConfig } from '../../server/src/model/effective/effective-config';
import { configurationOf, connectionOf, ourLines, type RecordedConnection } from './effective-table';

/** One case. */
export interface RegressCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
  readonly mode: 't' | 'T' | 'T-roundtrip';
  /** What sshd is given beside the file: `-C` and a connection, or nothing. */
  readonly args: readonly string[];
  readonly expect: {
    readonly ok: boolean;
    readonly lines: readonly string[];
    readonly absent_keys: readonly string[];
  };
  readonly verified: Readonly<Record<string, boolean>>;
}

/** The table as recorded. */
export interface RegressTable {
  readonly cases: readonly RegressCase[];
}

/** The versions to compare a case with. */
export function verifiedVersions({ verified }: RegressCase): readonly string[] {
  return Object.keys(verified).filter((version) => verified[version]);
}

/** How we differ from the expected result; undefined: not at all. */
export function regressDifference(one: RegressCase, version: string): string | undefined {
  const configuration = configurationOf(one, version);
  if (one.mode === 'T-roundtrip') return roundtripDifference(configuration, version);
  if (one.mode === 't') {
    const config = effectiveConfig(configuration);
    const starts = config.kind === 'settings' || config.phase !== 'reading';
    return starts === one.expect.ok ? undefined : `sshd ${one.expect.ok ? 'starts' : 'refuses'}, we say otherwise`;
  }
  const lines = ourLines(configuration, connectionOf(connectionIn(one.args), {}));
  if ('refused' in lines) return one.expect.ok ? `sshd answers, we refuse: ${lines.refused}` : undefined;
  if (!one.expect.ok) return 'sshd refuses, we answer';
  const keyOf = (line: string) => line.split(' ')[0] ?? '';
  const keys = new Set([...one.expect.lines.map(keyOf), ...one.expect.absent_keys]);
  const ours = lines.filter((line) => keys.has(keyOf(line)));
  const same = ours.join('\n') === one.expect.lines.join('\n');
  return same ? undefined : `sshd prints [${one.expect.lines.join(' | ')}], we [${ours.join(' | ')}]`;
}

function connectionIn(args: readonly string[]): RecordedConnection {
  const at = args.indexOf('-C');
  if (at < 0) return null;
  return Object.fromEntries(
    (args[at + 1] ?? '').split(',').map((part) => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals), part.slice(equals + 1)];
    }),
  );
}

// What -T prints is a configuration again, and says the same.
function roundtripDifference(configuration: Configuration, version: string): string | undefined {
  const lines = ourLines(configuration, undefined);
  if ('refused' in lines) return `we refuse: ${lines.refused}`;
  const again = ourLines(
    configurationOf({ files: { sshd_config: `${lines.join('\n')}\n` }, main: 'sshd_config' }, version),
    undefined,
  );
  if ('refused' in again) return `we refuse what we print: ${again.refused}`;
  const lost = lines.filter((line) => !again.includes(line));
  return lost.length === 0 && again.length === lines.length ? undefined : `changed: ${lost.join(' | ')}`;
}
