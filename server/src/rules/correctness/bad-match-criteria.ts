// A Match line whose criteria sshd refuses.
import { defineRule, ofKind } from '../rule';
import { argumentReports } from './argument-reports';

export const badMatchCriteria = defineRule({
  id: 'bad-match-criteria',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A Match line whose criteria sshd refuses.',
  references: ['servconf.c: match_cfg_line()', 'sshd_config(5), Match'],
  lines: ofKind('match'),
  checkLine: (placed, snapshot) => argumentReports('bad-match-criteria', placed, snapshot),
});
