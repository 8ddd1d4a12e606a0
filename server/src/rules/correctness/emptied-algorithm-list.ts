// A key type list of which sshd keeps nothing: it fails after the whole file is read.
import { defineRule } from '../rule';
import { argumentReports } from './argument-reports';

export const emptiedAlgorithmList = defineRule({
  id: 'emptied-algorithm-list',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'A list of key types that sshd cannot put together, because nothing of it is left.',
  references: ['servconf.c: assemble_algorithms()', 'kex.c: kex_assemble_names()'],
  checkLine: (placed, snapshot) => argumentReports('emptied-algorithm-list', placed, snapshot),
});
