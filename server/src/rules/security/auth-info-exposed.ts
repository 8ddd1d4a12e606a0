// ExposeAuthInfo yes, which writes down how a user logged in.
import { settingRule } from '../setting-rule';

export const authInfoExposed = settingRule({
  id: 'auth-info-exposed',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'ExposeAuthInfo yes, which writes down how a user logged in.',
  references: ['sshd_config(5), ExposeAuthInfo'],
  demands: {},
  keyword: 'ExposeAuthInfo',
  judge: ({ word }) =>
    word === 'yes'
      ? {
          message:
            'Programs of the user can read by which key and method they logged in. Write `no` unless su, sudo or PAM use it.',
          instead: 'no',
        }
      : undefined,
});
