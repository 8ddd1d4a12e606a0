// A decimal point in the interval: read since 10.3, but only whole seconds are kept. Before 10.3 sshd refuses it, and the argument rule says so.
import { durationInWords } from '../../base/duration';
import { spanning } from '../../base/text-range';
import { secondsOf } from '../../model/effective-keepalive';
import { defineRule, ofKeyword } from '../rule';
import { MANUAL } from './scopes';

export const keepaliveFractionalInterval = defineRule({
  id: 'keepalive-fractional-interval',
  category: 'keepalive',
  severity: 'warning',
  since: '0.1.0',
  summary: 'sshd drops the fraction of a ClientAliveInterval, so 1.9 means 1 and 0.5 switches keepalive off.',
  references: [MANUAL, 'https://www.openssh.com/txt/release-10.3'],
  lines: ofKeyword('ClientAliveInterval'),
  *checkLine({ line }, { catalog }) {
    const [word, extra] = line.words;
    if (word === undefined || extra !== undefined || !/\.\d*[1-9]/.test(word.value)) return;
    const seconds = secondsOf(word.value, catalog.target.release);
    if (seconds === undefined) return;
    const meaning =
      seconds === 0 ? 'is read as 0, which switches keepalive off' : `is read as ${durationInWords(seconds)}`;
    const instead = String(Math.max(1, seconds));
    yield {
      range: spanning(line.keyword, word),
      message: `sshd keeps whole seconds only: \`${word.value}\` ${meaning}. Write \`${instead}\` or another whole number.`,
      fixes: [
        {
          title: `Write ${instead}`,
          safety: seconds === 0 ? 'unsafe' : 'safe',
          preferred: true,
          edits: [{ start: word.start, end: word.end, newText: instead }],
        },
      ],
    };
  },
});
