// One criterion twice on a Match line with values that exclude each other: criteria are joined by and, so nothing fits both.

import { network } from '../../base/ip-address';
import type { MatchBlock } from '../../model/file-model';
import { isPlain, type MatchList, matchList } from '../../model/match-lists';
import type { Snapshot } from '../../model/snapshot';
import { rangeInFile } from '../../syntax/tree';
import { defineRule, type Fix, type Report } from '../rule';

// A user may be in two groups, so Group is not here.
const ONE_VALUE = new Set(['User', 'Host', 'Address', 'LocalAddress', 'LocalPort', 'RDomain']);

export const matchCriteriaContradict = defineRule({
  id: 'match-criteria-contradict',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A criterion twice on one Match line, with values that exclude each other: the block never applies.',
  references: ['servconf.c: match_cfg_line()', 'sshd_config(5), Match'],
  *check(snapshot, { reads }) {
    reads('Match');
    for (const block of snapshot.model.blocks) {
      if (block.criteria.problems.length > 0) continue;
      const seen = outerLists(block);
      for (const written of block.criteria.criteria) {
        const list = matchList(block, written);
        const earlier = seen.get(list.name);
        if (earlier === undefined) seen.set(list.name, list);
        else if (excludeEachOther(earlier, list)) yield report(snapshot, earlier, list);
      }
    }
  },
});

// What the blocks around an Include ask of whoever comes to this file.
function outerLists({ header }: MatchBlock): Map<string, MatchList> {
  const lists = header.conditions
    .filter(({ criteria }) => criteria.problems.length === 0)
    .flatMap((block) => block.criteria.criteria.map((written) => matchList(block, written)));
  return new Map(lists.reverse().map((list) => [list.name, list]));
}

function report(snapshot: Snapshot, earlier: MatchList, list: MatchList): Report {
  const { block, name, written } = list;
  const [one, other] = [earlier.written.value?.value, written.value?.value];
  const sameLine = earlier.block === block;
  const end = written.value?.end ?? written.name.end;
  const outer = sameLine
    ? 'all criteria of a Match line must fit'
    : 'the file is included in another Match block, and both must fit';
  return {
    range: rangeInFile(snapshot.tree, block.header.lineIndex, { ...written.name, end }),
    message: `The block never applies: ${outer}, and no connection has both ${name} \`${one}\` and \`${other}\`.${sameLine ? ` ${advice(name, `${one},${other}`)}` : ''}`,
    fixes: sameLine ? joined(snapshot, earlier, list) : [],
  };
}

function advice(name: string, list: string): string {
  return name === 'LocalPort' ? 'Write a block for each port.' : `For either of them write \`${name} ${list}\`.`;
}

function excludeEachOther(one: MatchList, other: MatchList): boolean {
  const [a, b] = [keys(one), keys(other)];
  return a !== undefined && b !== undefined && a.every((key) => !b.includes(key));
}

// Values that can be compared as they stand; undefined where a pattern or network may fit more.
function keys({ name, written, elements }: MatchList): readonly string[] | undefined {
  if (!ONE_VALUE.has(name) || elements.length === 0 || !elements.every(isPlain)) return undefined;
  if (written.criterion.argument === 'addresses') {
    const found = elements.map(({ pattern }) => network(pattern));
    const single = found.filter(
      (one) => one.kind === 'network' && one.length === (one.address.family === 4 ? 32 : 128),
    );
    return single.length < found.length
      ? undefined
      : single.map((one) => (one.kind === 'network' ? `${one.address.family} ${one.address.bits}` : ''));
  }
  if (name === 'LocalPort')
    return elements.every(({ pattern }) => /^\d+$/.test(pattern))
      ? elements.map(({ pattern }) => String(Number(pattern)))
      : undefined;
  return elements.map(({ pattern }) => (name === 'Host' ? pattern.toLowerCase() : pattern));
}

function joined({ tree }: Snapshot, one: MatchList, other: MatchList): readonly Fix[] {
  const [a, b] = [one.written.value, other.written.value];
  if (one.name === 'LocalPort' || a === undefined || b === undefined || a.quoted || b.quoted) return [];
  const { lineIndex, line } = one.block.header;
  // Where a NUL glues lines together, what stands behind may be the same words.
  if (line.height > 1) return [];
  const before = line.words.findLast((word) => word.end <= other.written.name.start)?.end ?? a.end;
  return [
    {
      title: 'Join the two into one list',
      safety: 'unsafe',
      preferred: true,
      edits: [
        { ...rangeInFile(tree, lineIndex, { start: a.end, end: a.end }), newText: `,${b.value}` },
        { ...rangeInFile(tree, lineIndex, { start: before, end: b.end }), newText: '' },
      ],
    },
  ];
}
