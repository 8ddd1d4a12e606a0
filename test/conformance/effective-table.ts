// Compares the effective configuration with what real sshd builds printed with -T: the tables of configurations with Include and Match.
import { catalogAt } from '../../server/src/catalog/catalog';
import { type Configuration, readConfiguration } from '../../server/src/model/configuration';
import type { ConnectionSpec } from '../../server/src/model/connection';
import { effectiveConfig } from '../../server/src/model/effective/effective-config';
import { printedLines } from '../../server/src/model/effective/printed-lines';
import { sourceSetFrom, targetOf } from '../kit/snapshot';

/** What `-C` was given; null: plain -T. */
export type RecordedConnection = Readonly<Record<string, string>> | null;

/** Lines of `-T` that differ from those of an empty configuration, or sshd's messages. */
export type RecordedResult =
  | readonly [
      versions: readonly string[],
      'ok',
      { readonly added: readonly string[]; readonly missing: readonly string[] },
    ]
  | readonly [versions: readonly string[], 'refused', readonly string[]];

/** One line of the table. */
export interface EffectiveCase {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
  readonly connection: RecordedConnection;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly results: readonly RecordedResult[];
}

/** The lines of `-T` for an empty configuration, by version. */
export type RecordedDefaults = Readonly<Record<string, readonly string[]>>;

/** Keys whose values depend on the machine or the build, and why. Tables leave them out, and so do we. */
export const HOST_KEYS: Readonly<Record<string, string>> = {
  hostkey: 'given with -h',
  hostkeyagent: 'depends on the agent of the machine',
  pidfile: 'chosen when sshd is built',
  modulifile: 'chosen when sshd is built',
  xauthlocation: 'chosen when sshd is built',
  securitykeyprovider: 'only in some builds',
  pamservicename: 'the name of the running program',
  sshdsessionpath: 'chosen when sshd is built',
  sshdauthpath: 'chosen when sshd is built',
};

const isHostKey = (key: string) => key in HOST_KEYS || /^(gss|kerberos)/.test(key);

/** What stands for `{dir}`. */
export const FOLDER = '/config/etc/ssh';

/** The files of a case as one version reads them. */
export function configurationOf(
  { files, main }: Pick<EffectiveCase, 'files' | 'main'>,
  version: string,
): Configuration {
  const byPath = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text.replaceAll(/\{dir\}|@DIR@/g, FOLDER)]),
  );
  const catalog = catalogAt(targetOf(version === 'debian' ? 'debian-12' : version));
  return readConfiguration(
    sourceSetFrom(byPath, `${FOLDER}/${main}`, () => catalog.target),
    catalog,
  );
}

/** The connection as our engine takes it. */
export function connectionOf(
  connection: RecordedConnection,
  groups: EffectiveCase['groups'],
): ConnectionSpec | undefined {
  if (connection === null) return undefined;
  const { user, host, addr, laddr, lport, rdomain } = connection;
  const names = user === undefined ? undefined : groups[user];
  return {
    ...(user === undefined ? {} : { user }),
    ...(names === undefined ? {} : { groups: names }),
    ...(host === undefined ? {} : { host }),
    ...(addr === undefined ? {} : { address: addr }),
    ...(laddr === undefined ? {} : { localAddress: laddr }),
    ...(lport === undefined ? {} : { localPort: Number(lport) }),
    ...(connection['invalid-user'] === undefined ? {} : { invalidUser: true }),
    ...(rdomain === undefined ? {} : { rdomain }),
  };
}

/** The lines of `-T`, or why there are none. */
export type AnsweredLines = readonly string[] | { readonly refused: string };

/** Ours. */
export function ourLines(configuration: Configuration, connection: ConnectionSpec | undefined): AnsweredLines {
  const config = effectiveConfig(configuration, connection, { asTested: true });
  if (config.kind === 'refused') return { refused: config.message };
  return printedLines(config.settings);
}

/** What differs between the table and us for one case and version; undefined: nothing. */
export function difference(
  one: EffectiveCase,
  result: RecordedResult,
  version: string,
  defaults: RecordedDefaults,
): string | undefined {
  const ours = ourLines(configurationOf(one, version), connectionOf(one.connection, one.groups));
  if (result[1] === 'refused') return lineDifference({ refused: result[2].join(' / ') }, ours);
  const theirs = [...(defaults[version] ?? [])];
  for (const line of result[2].missing) {
    const at = theirs.indexOf(line);
    if (at < 0) throw new Error(`${one.id}: the defaults of ${version} have no line ${line}`);
    theirs.splice(at, 1);
  }
  return lineDifference(comparable([...theirs, ...result[2].added]), 'refused' in ours ? ours : comparable(ours));
}

/** How two answers differ: the lines that only one side has; undefined: not at all. */
export function lineDifference(theirs: AnsweredLines, ours: AnsweredLines): string | undefined {
  if ('refused' in theirs) return 'refused' in ours ? undefined : `sshd refuses, we answer: ${theirs.refused}`;
  if ('refused' in ours) return `sshd answers, we refuse: ${ours.refused}`;
  const extra = without(ours, theirs);
  const lost = without(theirs, ours);
  if (extra.length === 0 && lost.length === 0) return undefined;
  return `sshd prints [${lost.join(' | ')}], we [${extra.join(' | ')}]`;
}

function comparable(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !isHostKey(line.slice(0, line.indexOf(' '))));
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return lines.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
