// MaxStartups with one number on 10.1 and 10.2, which keep the default START.
import { scannedInts } from '../../catalog/arguments/scanned-numbers';
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const maxStartupsStartLost = defineRule({
  id: 'max-startups-start-lost',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'MaxStartups with one number, of which OpenSSH 10.1 and 10.2 set only the upper limit.',
  references: ['https://www.openssh.com/txt/release-10.3', 'servconf.c: sMaxStartups'],
  lines: ofKeyword('MaxStartups'),
  *checkLine(placed, snapshot) {
    const { catalog } = snapshot;
    const [word] = placed.line.words;
    if (word === undefined) return;
    if (!catalog.since('10.1p1') || catalog.since('10.3p1')) return;
    const [full, more] = scannedInts(word.value, 3);
    // 10 is the default start.
    if (full === undefined || more !== undefined || full === 10 || !isAccepted(placed, snapshot)) return;
    const instead = `${full}:30:${full}`;
    yield {
      range: word,
      message: `OpenSSH 10.1 and 10.2 set only the upper limit from one number and read this as \`10:30:${full}\`. Write \`${instead}\`.`,
      fixes: [writing(word, instead)],
    };
  },
});
