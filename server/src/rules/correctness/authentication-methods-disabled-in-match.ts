// AuthenticationMethods that cannot succeed for the connections of a Match block: sshd checks that for the global section only.

import { allBlocks, type DirectiveInFile } from '../../model/configuration';
import { decidingLine, decidingWhenRead } from '../../model/effective-config';
import type { MatchBlock } from '../../model/file-model';
import {
  isMethodOn,
  isOnInAnotherBlock,
  METHOD_SWITCHES,
  methodSwitchIn,
  methodsOf,
} from '../../model/method-switches';
import { isTaken } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { otherFilesCount } from '../elsewhere';
import { argumentRange, isHere, lineName, relatedLine } from '../places';
import { defineRule, type Report } from '../rule';

export const authenticationMethodsDisabledInMatch = defineRule({
  id: 'authentication-methods-disabled-in-match',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'AuthenticationMethods that nobody can pass in a Match block, which `sshd -t` does not notice.',
  references: ['auth2.c: auth2_setup_methods_lists()', 'sshd_config(5), AuthenticationMethods'],
  *check(snapshot, { reads }) {
    reads('AuthenticationMethods', ...METHOD_SWITCHES);
    const global = decidingWhenRead(snapshot, 'AuthenticationMethods');
    const elsewhere = snapshot.configuration
      .settersOf('AuthenticationMethods')
      .some(({ placed }) => placed.conditions.length > 0);
    for (const block of allBlocks(snapshot.configuration)) {
      if (block.criteria.activeWhenRead || block.criteria.problems.length > 0) continue;
      const own = decidingLine(snapshot, 'AuthenticationMethods', block);
      // Another block may bring other methods to a connection that fits here.
      const line = own ?? (elsewhere ? undefined : global);
      if (line !== undefined && isTaken(line.placed, snapshot))
        yield* unreachable(snapshot, block, line, own !== undefined);
    }
  },
});

function* unreachable(
  snapshot: Snapshot,
  block: MatchBlock,
  line: DirectiveInFile,
  ownLists: boolean,
): Iterable<Report> {
  const off = new Set<string>();
  for (const { value } of line.placed.line.words) {
    const disabled = methodsOf(value).filter((method) => isOff(method, snapshot, block));
    if (value === 'any' || disabled.length === 0) return;
    for (const method of disabled) off.add(method);
  }
  const switches = [...off].map((method) => methodSwitchIn(method, snapshot, block)).find((one) => one !== undefined);
  const at = ownLists ? line : switches;
  if (at === undefined || !isHere(snapshot, at)) return;
  const list = ownLists ? 'every list here' : `every list of AuthenticationMethods (${lineName(snapshot, line)})`;
  const related = at === line ? switches : line;
  yield {
    range: argumentRange(snapshot, at.placed),
    message: `Nobody whom this block fits gets in: ${list} needs a method that is off (${[...off].join(', ')}), and sshd notices only at the log-in. Switch the method on in this block, or take it out of the list.`,
    ...(related ? { related: [relatedLine(snapshot, related, 'The other half')] } : {}),
  };
}

function isOff(method: string, snapshot: Snapshot, block: MatchBlock): boolean {
  const own = methodSwitchIn(method, snapshot, block);
  if (own !== undefined) return isTaken(own.placed, snapshot) && own.placed.line.words[0]?.value.toLowerCase() === 'no';
  return (
    !isMethodOn(method, snapshot.configuration) &&
    !isOnInAnotherBlock(method, snapshot, block) &&
    !otherFilesCount(snapshot)
  );
}
