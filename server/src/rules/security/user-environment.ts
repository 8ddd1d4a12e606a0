// Users may set environment variables before their restrictions apply.
import { matchesPattern } from '../../base/wildcard';
import { settingRule } from '../setting-rule';

export const userEnvironment = settingRule({
  id: 'user-environment',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Users may set environment variables before their restrictions apply.',
  references: [
    'sshd_config(5), PermitUserEnvironment',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'Lynis SSH-7408',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'no' },
    cis: { wants: 'no' },
    stig: { wants: 'no' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'PermitUserEnvironment',
  judge: ({ word, value }) => {
    // Words that look like a switch are permit-user-environment-pattern.
    if (word === 'no' || (word !== value && /^(yes|no)$/.test(word)) || /^(true|false|on|off)$/.test(word))
      return undefined;
    const all =
      word === 'yes' ||
      value.split(',').some((pattern) => !pattern.startsWith('!') && matchesPattern('LD_PRELOAD', pattern));
    return {
      message: all
        ? 'Users may set LD_PRELOAD and the like in ~/.ssh/environment and so get around a restricted shell or ForceCommand. Write `no`.'
        : `Users may set what \`${value}\` names in ~/.ssh/environment and in authorized_keys. Be sure that none of it changes what a forced command does.`,
      instead: 'no',
      ...(all ? {} : { severity: 'information' as const }),
    };
  },
});
