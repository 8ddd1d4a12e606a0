// A decimal point in a time: read since 10.3, but only whole seconds are kept. ClientAliveInterval has a rule of its own; penalties keep fractions.
import { durationInWords } from '../../base/duration';
import { timeInSeconds } from '../../catalog/arguments/time';
import { isAccepted, partOfWord, writing } from '../accepted-lines';
import { defineRule, ofKind } from '../rule';

export const timeFractionDropped = defineRule({
  id: 'time-fraction-dropped',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A time with a fraction, of which sshd keeps only the whole seconds.',
  references: ['https://man.openbsd.org/sshd_config#TIME_FORMATS', 'https://www.openssh.com/txt/release-10.3'],
  lines: ofKind('time', 'channel-timeouts', 'rekey-limit'),
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    // Channels keep it since 10.6.
    if (directive?.argument.name === 'channel-timeouts' && snapshot.catalog.since('10.6p1')) return;
    if (directive === undefined || !snapshot.catalog.since('10.3p1') || directive.slot === 'ClientAliveInterval')
      return;
    for (const word of directive.argument.name === 'rekey-limit' ? line.words.slice(1) : line.words) {
      const text = word.value.slice(word.value.lastIndexOf('=') + 1);
      const seconds = /\.\d*[1-9]/.test(text) ? timeInSeconds(text, snapshot.catalog.target.release) : undefined;
      if (seconds === undefined || !isAccepted(placed, snapshot)) continue;
      const range = partOfWord(word, word.value.length - text.length, text.length);
      const off = seconds === 0 ? ', which switches the limit off' : '';
      yield {
        range,
        message: `sshd keeps whole seconds only and reads \`${text}\` as ${seconds === 0 ? '0' : durationInWords(seconds)}${off}. Write a whole number.`,
        fixes: [writing(range, String(Math.max(1, seconds)))],
      };
    }
  },
});
