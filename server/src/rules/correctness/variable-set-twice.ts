// SetEnv with one name twice in its line: only one of the values is set.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const variableSetTwice = defineRule({
  id: 'variable-set-twice',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'SetEnv with one name twice in its line: since OpenSSH 9.1 the first value counts, before the last.',
  references: ['https://www.openssh.com/txt/release-9.1', 'session.c: do_setup_env()'],
  lines: ofKeyword('SetEnv'),
  *checkLine(placed, snapshot) {
    if (!isAccepted(placed, snapshot)) return;
    const names = new Set<string>();
    for (const word of placed.line.words) {
      const name = word.value.slice(0, word.value.indexOf('='));
      if (!names.has(name)) {
        names.add(name);
        continue;
      }
      const which = snapshot.catalog.since('9.1p1') ? 'the first value counts' : 'the last value counts';
      yield {
        range: word,
        message: `SetEnv sets \`${name}\` twice in this line; ${which}. Keep one of the two.`,
      };
    }
  },
});
