// An entry of AllowUsers or AllowGroups that the deny list of the same kind shuts out.
import { matchesPattern } from '../../base/wildcard';
import type { DirectiveInFile } from '../../model/configuration';
import { sectionOf } from '../../model/effective-config';
import type { PlacedDirective } from '../../model/file-model';
import { LOGIN_LISTS, type LoginLists, loginLists } from '../../model/login-lists';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile, type Word } from '../../syntax/tree';
import { onLine, uriOf } from '../places';
import { defineRule, type Report } from '../rule';

const PAIRS = [
  ['AllowUsers', 'DenyUsers'],
  ['AllowGroups', 'DenyGroups'],
] as const;

export const denyAllowConflict = defineRule({
  id: 'deny-allow-conflict',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A user or group in the allow list that the deny list shuts out.',
  references: ['auth.c: allowed_user()', 'sshd_config(5), DenyUsers'],
  *check(snapshot, { reads }) {
    reads(...LOGIN_LISTS);
    for (const lists of loginLists(snapshot.configuration))
      for (const [allow, deny] of PAIRS) yield* conflicts(snapshot, lists, allow, deny);
  },
});

interface Denied {
  readonly line: DirectiveInFile;
  readonly word: Word;
}

function* conflicts(
  snapshot: Snapshot,
  { block, lines }: LoginLists,
  allow: (typeof PAIRS)[number][0],
  deny: (typeof PAIRS)[number][1],
): Iterable<Report> {
  const denials = deniedBy(lines(deny), deny === 'DenyUsers');
  for (const line of lines(allow)) {
    // What the global section allows and a block denies is denied on purpose.
    if (sectionOf(line.placed) !== block || line.reading !== snapshot.reading) continue;
    for (const word of line.placed.line.words) {
      const by = denials(allow === 'AllowUsers' ? word.value.replace(/(?<=.)@.*$/, '') : word.value);
      if (by !== undefined) yield report(snapshot, line.placed, word, by, deny);
    }
  }
}

// Looks a name up: the same word, or a pattern that fits a plain name. A denial with a host is for that host only.
function deniedBy(lines: readonly DirectiveInFile[], users: boolean): (name: string) => Denied | undefined {
  const all = lines.flatMap((line) => line.placed.line.words.map((word) => ({ line, word })));
  const everywhere = all.filter(({ word }) => !users || !word.value.includes('@'));
  const exact = new Map(everywhere.toReversed().map((one) => [one.word.value, one]));
  const patterns = everywhere.filter(({ word }) => /[*?]/.test(word.value));
  return (name) =>
    exact.get(name) ?? (/[*?]/.test(name) ? undefined : patterns.find(({ word }) => matchesPattern(name, word.value)));
}

function report(snapshot: Snapshot, placed: PlacedDirective, word: Word, by: Denied, deny: string): Report {
  return {
    range: rangeInFile(snapshot.tree, placed.lineIndex, word),
    message: `\`${word.value}\` is shut out all the same: ${deny} ${onLine(snapshot, by.line)} has \`${by.word.value}\`, and denial comes first. Take it out of one of the two lists.`,
    related: [
      {
        range: rangeInFile(by.line.reading.tree, by.line.placed.lineIndex, by.word),
        message: 'Denied here',
        ...uriOf(snapshot, by.line),
      },
    ],
  };
}
