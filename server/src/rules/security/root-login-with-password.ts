// PermitRootLogin yes, which lets root in with a password.
import { settingRule } from '../setting-rule';

export const rootLoginWithPassword = settingRule({
  id: 'root-login-with-password',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'PermitRootLogin yes, which lets root in with a password.',
  references: ['sshd_config(5), PermitRootLogin'],
  keyword: 'PermitRootLogin',
  unset: 'always',
  judge: ({ word, said, other, written, snapshot }) => {
    if (word !== 'yes') return undefined;
    const instead = snapshot.catalog.since('7.0p1') ? 'prohibit-password' : 'without-password';
    const asks = [other('PasswordAuthentication'), other('KbdInteractiveAuthentication')].some((one) =>
      /^yes$/i.test(one),
    );
    return {
      message: `${said} lets root in by every method, a password too: the one name that every scanner tries. Write \`${instead}\` where keys for root are needed, else \`no\`.`,
      instead,
      ...(asks && written ? {} : { severity: 'information' as const }),
    };
  },
});
