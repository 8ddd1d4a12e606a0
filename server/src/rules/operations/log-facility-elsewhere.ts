// Logins are logged where this system does not look for them.
import { settingRule } from '../setting-rule';

export const logFacilityElsewhere = settingRule({
  id: 'log-facility-elsewhere',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Logins are logged where this system does not look for them.',
  references: ['sshd_config(5), SyslogFacility'],
  keyword: 'SyslogFacility',
  judge: ({ word, written, snapshot }) =>
    written && word === 'auth' && snapshot.catalog.target.vendor === 'redhat'
      ? {
          message:
            'On this system the log of logins, /var/log/secure, takes AUTHPRIV. Messages of AUTH go to /var/log/messages, where neither people nor tools look for them. Write `AUTHPRIV`, as the delivered file has it.',
          instead: 'AUTHPRIV',
        }
      : undefined,
});
