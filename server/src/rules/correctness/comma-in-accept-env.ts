// A comma in AcceptEnv: the list is split at blanks, and a comma is a letter of the pattern.
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const commaInAcceptEnv = defineRule({
  id: 'comma-in-accept-env',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A comma in AcceptEnv, which is part of the name there.',
  references: ['https://man.openbsd.org/sshd_config#AcceptEnv', 'session.c: session_env_req()'],
  lines: ofKeyword('AcceptEnv'),
  *checkLine(placed, snapshot) {
    for (const word of placed.line.words) {
      if (!word.value.includes(',') || !isAccepted(placed, snapshot)) continue;
      const names = word.value.split(',').filter((name) => name !== '');
      yield {
        range: word,
        message: `AcceptEnv is split at blanks only: no variable has a comma in its name, so \`${word.value}\` lets none in. Separate the names with blanks.`,
        ...(names.length === 0 ? {} : { fixes: [writing(word, names.join(' '))] }),
      };
    }
  },
});
