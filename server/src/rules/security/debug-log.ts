// LogLevel DEBUG, which writes what users do into the log.
import { settingRule } from '../setting-rule';

export const debugLog = settingRule({
  id: 'debug-log',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'LogLevel DEBUG, which writes what users do into the log.',
  references: ['sshd_config(5), LogLevel'],
  keyword: 'LogLevel',
  judge: ({ value }) =>
    /^debug[123]?$/i.test(value)
      ? {
          message: `\`${value}\` writes private things of users into the log, as the manual warns, and slows logins. Write \`VERBOSE\` once the fault is found.`,
          instead: 'VERBOSE',
        }
      : undefined,
});
