// MaxStartups with one small number may crash sshd.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const maxStartupsMayCrash = defineRule({
  id: 'max-startups-may-crash',
  category: 'correctness',
  severity: 'information',
  since: '0.2.0',
  summary: 'MaxStartups with one small number may crash sshd.',
  references: ['sshd_config(5), MaxStartups', 'OpenSSH 10.3 release notes'],
  lines: ofKeyword('MaxStartups'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || snapshot.catalog.since('10.3p1')) return;
    if (!/^[1-9]$/.test(word.value) || !isAccepted(placed, snapshot)) return;
    yield {
      range: word,
      message: `Before OpenSSH 10.3 a single number below 10 could crash sshd. Write \`${word.value}:30:${word.value}\`.`,
      fixes: [writing(word, `${word.value}:30:${word.value}`)],
    };
  },
});
