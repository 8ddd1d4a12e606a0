// A certificate authority is trusted with no list of principals.
import { settingRule } from '../setting-rule';

export const authorityWithoutPrincipals = settingRule({
  id: 'authority-without-principals',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A certificate authority is trusted with no list of principals.',
  references: ['sshd_config(5), TrustedUserCAKeys'],
  keyword: 'TrustedUserCAKeys',
  judge: ({ word, other }) => {
    const given = [other('AuthorizedPrincipalsFile'), other('AuthorizedPrincipalsCommand')].some(
      (one) => one !== '' && one !== 'none',
    );
    return word === 'none' || given
      ? undefined
      : {
          message:
            'Whoever has a certificate for the name `root` is root here, and for every name the same. Where one authority serves several machines, name who may be what: AuthorizedPrincipalsFile.',
        };
  },
});
