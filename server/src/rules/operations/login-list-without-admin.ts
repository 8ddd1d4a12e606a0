// A login list in which no administrator seems to be.
import { matchesPattern } from '../../base/wildcard';
import { loginLists } from '../../model/login-lists';
import { directiveRange, isHere } from '../places';
import { defineRule } from '../rule';

// Accounts and groups that administrators usually have.
const USUAL = [
  'root',
  'admin',
  'administrator',
  'administrators',
  'wheel',
  'sudo',
  'adm',
  'ansible',
  'ubuntu',
  'debian',
  'ec2-user',
];

export const loginListWithoutAdmin = defineRule({
  id: 'login-list-without-admin',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A login list in which no administrator seems to be.',
  references: ['sshd_config(5), AllowUsers'],
  demands: {},
  *check(snapshot, { reads }) {
    reads('AllowUsers', 'AllowGroups');
    const [everyone] = loginLists(snapshot.configuration);
    const lines = [...(everyone?.lines('AllowUsers') ?? []), ...(everyone?.lines('AllowGroups') ?? [])];
    const [first] = lines;
    if (first === undefined || !isHere(snapshot, first)) return;
    const patterns = lines.flatMap(({ placed }) => placed.line.words.map(({ value }) => value.split('@')[0] ?? ''));
    if (USUAL.some((name) => patterns.some((pattern) => matchesPattern(name, pattern)))) return;
    yield {
      range: directiveRange(snapshot, first.placed),
      message:
        'Nobody else may log in from now on, and none of the names that administrators usually have is here. Make sure that your own account is, and keep a session open until a new login has worked.',
    };
  },
});
