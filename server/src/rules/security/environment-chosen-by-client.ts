// AcceptEnv takes variables that get around restrictions.
import { matchesPattern } from '../../base/wildcard';
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const environmentChosenByClient = defineRule({
  id: 'environment-chosen-by-client',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'AcceptEnv takes variables that get around restrictions.',
  references: ['sshd_config(5), AcceptEnv'],
  lines: ofKeyword('AcceptEnv'),
  *checkLine(placed, snapshot) {
    if (!isAccepted(placed, snapshot)) return;
    for (const word of placed.line.words) {
      const taken = RISKY.find((name) => matchesPattern(name, word.value));
      if (taken === undefined) continue;
      yield {
        range: word,
        message: `\`${word.value}\` lets the client set ${taken}, which changes what programs do, a forced command included. Name what is needed: \`LANG LC_*\`.`,
      };
    }
  },
});

const RISKY = [
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'PATH',
  'BASH_ENV',
  'ENV',
  'IFS',
  'PYTHONPATH',
  'PERL5LIB',
  'PERL5OPT',
  'RUBYOPT',
  'SHELLOPTS',
];
