// An argument that sshd refuses.
import { defineRule } from '../rule';
import { argumentReports } from './argument-reports';

export const badArgument = defineRule({
  id: 'bad-argument',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'An argument that sshd refuses.',
  references: ['servconf.c: process_server_config_line_depth()'],
  checkLine: (placed, snapshot) => argumentReports('bad-argument', placed, snapshot),
});
