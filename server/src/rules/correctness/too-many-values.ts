// Fixed-size tables of sshd that overflow: 256 ports in every release, users, groups, names and files up to 7.6, subsystems up to 9.4.
import type { Keyword } from '../../catalog/directives';
import { sshdWords } from '../../catalog/sshd-words';
import type { Release } from '../../catalog/versions';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { isHere } from '../places';
import { defineRule, type Report } from '../rule';

interface Limit {
  readonly keyword: Keyword;
  readonly most: number;
  /** From this release on there is no limit. */
  readonly gone?: Release;
  /** Each word counts; absent: each line does. */
  readonly words?: true;
  /** Only lines that set the list count: the first one. */
  readonly firstLineOnly?: true;
}

const LIMITS: readonly Limit[] = [
  { keyword: 'Port', most: 256 },
  { keyword: 'HostKey', most: 255, gone: '7.7p1' },
  { keyword: 'AllowUsers', most: 256, gone: '7.7p1', words: true },
  { keyword: 'DenyUsers', most: 256, gone: '7.7p1', words: true },
  { keyword: 'AllowGroups', most: 256, gone: '7.7p1', words: true },
  { keyword: 'DenyGroups', most: 256, gone: '7.7p1', words: true },
  { keyword: 'AcceptEnv', most: 256, gone: '7.7p1', words: true },
  { keyword: 'AuthorizedKeysFile', most: 256, gone: '7.7p1', words: true, firstLineOnly: true },
  { keyword: 'AuthenticationMethods', most: 256, gone: '7.7p1', words: true, firstLineOnly: true },
  { keyword: 'Subsystem', most: 256, gone: '9.5p1' },
];

export const tooManyValues = defineRule({
  id: 'too-many-values',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: "More values than the tables of the target's sshd hold.",
  references: ['servconf.h: MAX_PORTS and its neighbours'],
  *check(snapshot) {
    for (const limit of LIMITS) {
      if (limit.gone === undefined || !snapshot.catalog.since(limit.gone)) yield* overflow(snapshot, limit);
    }
  },
});

function* overflow(snapshot: Snapshot, { keyword, most, words, firstLineOnly, gone }: Limit): Iterable<Report> {
  const lines = snapshot.configuration.settersOf(keyword).filter(({ placed }) => placed.active);
  let count = 0;
  for (const line of firstLineOnly ? lines.slice(0, 1) : lines) {
    const { placed } = line;
    const values = words ? placed.line.words : [placed.line.keyword];
    const over = values[most - count];
    count += values.length;
    if (over === undefined) continue;
    // It stops at the first, and that may stand in another file.
    if (!isHere(snapshot, line)) return;
    yield {
      range: rangeInFile(snapshot.tree, placed.lineIndex, over),
      message: `${gone === undefined ? 'sshd' : `Before OpenSSH ${gone.replace(/p\d+$/, '')} sshd`} takes at most ${most} values of ${keyword} and refuses this one. Remove what is not needed.`,
      sshdSays: sshdWords(`${keyword}/too-many`, snapshot.catalog.target),
    };
    return;
  }
}
