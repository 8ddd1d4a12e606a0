// LogLevel leaves logins out of the log.
import { settingRule } from '../setting-rule';

export const quietLog = settingRule({
  id: 'quiet-log',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'LogLevel leaves logins out of the log.',
  references: ['sshd_config(5), LogLevel'],
  keyword: 'LogLevel',
  judge: ({ value }) =>
    /^(quiet|silent|fatal|error)$/i.test(value)
      ? {
          message: `With \`${value}\` neither logins nor failed ones are logged: nobody can tell afterwards who came in. Write \`INFO\` or \`VERBOSE\`.`,
          instead: 'VERBOSE',
        }
      : undefined,
});
