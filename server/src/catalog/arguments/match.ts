// Match: criteria and their values. They are read in match-criteria.ts, because the model needs them too.
import { criteriaAt } from '../criteria';
import { readCriteria } from '../match-criteria';
import type { ArgumentKind } from './argument-kind';

export const match: ArgumentKind = {
  name: 'match',
  syntax: 'CRITERION VALUE ... | all',
  shape: 'words',
  choices: (target) => criteriaAt(target).map(({ name, text }) => ({ label: name, detail: text })),
  check: ({ line, target }) => ({ problems: readCriteria(line, target).problems, consumed: Number.POSITIVE_INFINITY }),
};
