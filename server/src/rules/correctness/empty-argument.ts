// An empty word in a list of arguments.
import { defineRule } from '../rule';
import { argumentReports } from './argument-reports';

export const emptyArgument = defineRule({
  id: 'empty-argument',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'An empty word in a list of arguments.',
  references: ['servconf.c: process_server_config_line_depth()'],
  checkLine: (placed, snapshot) => argumentReports('empty-argument', placed, snapshot),
});
