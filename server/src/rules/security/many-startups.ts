// MaxStartups lets more connections wait than a guide allows.
import { settingRule } from '../setting-rule';

export const manyStartups = settingRule({
  id: 'many-startups',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'MaxStartups lets more connections wait than a guide allows.',
  references: [
    'sshd_config(5), MaxStartups',
    'CIS benchmarks, sshd section (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    cis: { wants: '10:30:60', value: 60 },
    'dev-sec': { wants: '10:30:60', value: 60 },
  },
  keyword: 'MaxStartups',
  unset: 'strict',
  judge: ({ value, said, demand }) => {
    const most = Number(demand?.value);
    const parts = value.split(':').map(Number);
    const full = parts[2] ?? parts[0] ?? 0;
    return full > most
      ? {
          message: `${said} lets up to ${full} connections wait for their login. The policy wants \`10:30:${most}\`.`,
          instead: `10:30:${most}`,
        }
      : undefined;
  },
});
