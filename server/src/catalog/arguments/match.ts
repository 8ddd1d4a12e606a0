// Match: criteria and their values. They are read in match-criteria.ts, because the model needs them too.

import type { TextRange } from '../../base/text-range';
import { criteriaAt } from '../criteria';
import { readCriteria } from '../match-criteria';
import type { ArgumentInput, ArgumentKind, ArgumentProblem } from './argument-kind';
import { modern } from './checked';

export const match: ArgumentKind = {
  name: 'match',
  syntax: 'CRITERION VALUE ... | all',
  shape: 'words',
  choices: (target) => criteriaAt(target).map(({ name, text }) => ({ label: name, detail: text })),
  check(input) {
    const { problems, leftOver } = readCriteria(input.line, input.target);
    const all = leftOver === undefined ? problems : [...problems, extra(input, leftOver)];
    return { problems: all, consumed: Number.POSITIVE_INFINITY };
  },
};

function extra(input: ArgumentInput, range: TextRange): ArgumentProblem {
  return {
    rule: 'extra-argument',
    range,
    soft: modern(input),
    message:
      'For sshd the empty word ends the criteria; it refuses what follows. Remove the quotes or write a value in them.',
  };
}
