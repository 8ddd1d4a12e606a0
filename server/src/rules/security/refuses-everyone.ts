// RefuseConnection yes for everyone: nobody can log in.
import { settingRule } from '../setting-rule';

export const refusesEveryone = settingRule({
  id: 'refuses-everyone',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'RefuseConnection yes for everyone: nobody can log in.',
  references: ['sshd_config(5), RefuseConnection'],
  keyword: 'RefuseConnection',
  judge: ({ word, block }) =>
    word === 'yes' && block === undefined
      ? {
          message:
            'sshd drops every connection, and penalises its address. It belongs into a Match block for those who shall be refused.',
        }
      : undefined,
});
