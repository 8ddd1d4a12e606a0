// More arguments than the directive takes.
import { defineRule } from '../rule';
import { argumentReports } from './argument-reports';

export const extraArgument = defineRule({
  id: 'extra-argument',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'More arguments than the directive takes.',
  references: ['servconf.c: process_server_config_line_depth()'],
  checkLine: (placed, snapshot) => argumentReports('extra-argument', placed, snapshot),
});
