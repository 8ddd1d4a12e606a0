// RequiredRSASize below 2048, which lets weak RSA keys in.
import { settingRule } from '../setting-rule';

export const smallRsaKeys = settingRule({
  id: 'small-rsa-keys',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'RequiredRSASize below 2048, which lets weak RSA keys in.',
  references: ['sshd_config(5), RequiredRSASize'],
  keyword: 'RequiredRSASize',
  judge: ({ value }) =>
    Number(value) < 2048
      ? {
          message: `RSA keys of ${value} bits are within reach of large attackers; certificates and guides ask for 2048 and more. Write \`3072\`, or \`2048\` for old keys.`,
          instead: '3072',
        }
      : undefined,
});
