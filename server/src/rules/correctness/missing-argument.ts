// An argument that sshd needs is not there.
import { defineRule } from '../rule';
import { argumentReports } from './argument-reports';

export const missingArgument = defineRule({
  id: 'missing-argument',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'An argument that sshd needs is not there.',
  references: ['servconf.c: process_server_config_line_depth()'],
  checkLine: (placed, snapshot) => argumentReports('missing-argument', placed, snapshot),
});
