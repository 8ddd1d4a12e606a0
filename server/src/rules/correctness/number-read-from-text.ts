// Before 7.7 sshd makes a number of any text and tells nobody.
import { integerProblem } from '../../catalog/arguments/integer';
import { scannedInts } from '../../catalog/arguments/scanned-numbers';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

export const numberReadFromText = defineRule({
  id: 'number-read-from-text',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A text where a number is wanted, of which sshd before OpenSSH 7.7 silently makes some number.',
  references: ['https://www.openssh.com/txt/release-7.7', 'servconf.c: parse_int'],
  lines: ofKind('integer'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || snapshot.catalog.since('7.7p1')) return;
    if (integerProblem(word.value) === undefined || !isAccepted(placed, snapshot)) return;
    const read = scannedInts(word.value, 1)[0] ?? 0;
    const meaning = read === -1 ? 'as if the line were not there' : `as ${read}`;
    yield {
      range: word,
      message: `\`${word.value}\` is no whole number from 0 to 2147483647; sshd before OpenSSH 7.7 reads it ${meaning}, and later ones refuse it. Write the number.`,
    };
  },
});
