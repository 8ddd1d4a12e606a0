// An algorithm that the target's sshd does not know, or does not take here.
import { defineRule } from '../rule';
import { argumentReports } from './argument-reports';

export const unknownAlgorithm = defineRule({
  id: 'unknown-algorithm',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: "An algorithm that the target's sshd does not know, or does not take here.",
  references: [
    'servconf.c: process_server_config_line_depth()',
    'cipher.c: ciphers_valid()',
    'sshkey.c: sshkey_names_valid2()',
  ],
  checkLine: (placed, snapshot) => argumentReports('unknown-algorithm', placed, snapshot),
});
