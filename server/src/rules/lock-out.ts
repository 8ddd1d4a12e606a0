// What the rules about locked doors share: when something can be said at all, and which line of the file to say it at.
import type { Keyword } from '../catalog/directives';
import { type Access, access, CONCERNED, type LetIn, outcomeFor, type ShutOut } from '../model/access/access';
import { type AccessTable, accessTable } from '../model/access/access-table';
import { fromText, reasonText, whoText } from '../model/access/access-words';
import type { Configuration, DirectiveInFile } from '../model/configuration';
import type { ConnectionSpec } from '../model/connection';
import { refusalWhenRead } from '../model/effective/refusals';
import type { Snapshot } from '../model/snapshot';
import { otherFilesCount } from './elsewhere';
import { directiveRange, isHere, relatedLine } from './places';
import type { Report, RuleContext } from './rule';

/** Who can log in, where that is certain and may be a lock-out: all files are known, sshd starts, and nobody is quickly found who gets in and gets a shell. */
export function doubtfulAccess(snapshot: Snapshot, { reads }: RuleContext): Access | undefined {
  const { configuration } = snapshot;
  if (otherFilesCount(snapshot) || refusalWhenRead(configuration) !== undefined) return undefined;
  if (somebodyGetsIn(configuration)) {
    reads(...CONCERNED, 'ListenAddress', 'Port', 'UseDNS');
    return undefined;
  }
  const found = access(configuration);
  return found.cut ? undefined : found;
}

const QUICK = new WeakMap<Configuration, boolean>();

// Most files let in an account that nothing names, or the first ones that their lists name: no need to tell all kinds of connections apart.
function somebodyGetsIn(configuration: Configuration): boolean {
  const known =
    QUICK.get(configuration) ?? [...tries(configuration)].some((one) => isFree(outcomeFor(configuration, one)));
  QUICK.set(configuration, known);
  return known;
}

function* tries({ settersOf }: Configuration): Iterable<ConnectionSpec> {
  const anywhere = { host: '203.0.113.77', address: '203.0.113.77', localAddress: '192.0.2.222', localPort: 22 };
  const named = (keyword: Keyword) =>
    settersOf(keyword)
      .flatMap(({ placed }) => placed.line.words.map(({ value }) => value))
      .filter((name) => !/[*?@]/.test(name))
      .slice(0, MOST_TRIES);
  yield { ...anywhere, user: 'someone', groups: ['people'] };
  for (const user of named('AllowUsers')) yield { ...anywhere, user, groups: ['people'] };
  for (const group of named('AllowGroups')) yield { ...anywhere, user: 'someone', groups: ['people', group] };
}

const MOST_TRIES = 5;

function isFree(outcome: LetIn | ShutOut): boolean {
  return outcome.kind === 'let-in' && outcome.command === undefined && outcome.folder === undefined;
}

/** A report at the last of the lines that stands in this file; nothing where all stand in others. */
export function* reportAtLast(
  snapshot: Snapshot,
  lines: readonly DirectiveInFile[],
  message: string,
): Iterable<Report> {
  const all = [...new Set(lines)];
  const here = all.filter((line) => isHere(snapshot, line));
  const last = here.toSorted((a, b) => b.placed.lineIndex - a.placed.lineIndex)[0];
  if (last === undefined) return;
  const others = all.filter((line) => line !== last).slice(0, MOST_SHOWN);
  yield {
    range: directiveRange(snapshot, last.placed),
    message,
    related: others.map((line) => relatedLine(snapshot, line, 'This line has a part in it')),
  };
}

const MOST_SHOWN = 8;

/** Why each kind of connection is shut out: `root: PermitRootLogin no; everybody else: not in AllowUsers`. */
export function reasons(snapshot: Snapshot): string {
  const table: AccessTable = accessTable(snapshot.configuration);
  const byReason = new Map<string, string[]>();
  for (const row of table.rows) {
    if (row.outcome.kind !== 'shut-out') continue;
    const place = fromText(row, table);
    const who = place === '' || place === 'anywhere' ? whoText(row, table) : `${whoText(row, table)} ${place}`;
    const reason = reasonText(row.outcome);
    byReason.set(reason, [...(byReason.get(reason) ?? []), who]);
  }
  const [only, ...more] = byReason.keys();
  if (only !== undefined && more.length === 0) return only;
  const texts = Array.from(byReason, ([reason, who]) => `${who.join(', ')}: ${reason}`);
  const shown = texts.length > MOST_REASONS ? [...texts.slice(0, MOST_REASONS - 1), 'and so on'] : texts;
  return shown.join('; ');
}

const MOST_REASONS = 4;
