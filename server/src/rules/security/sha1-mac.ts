// A MAC with SHA-1 is in use.
import { algorithmRule } from '../algorithm-rule';

export const sha1Mac = algorithmRule({
  id: 'sha1-mac',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'A MAC with SHA-1 is in use.',
  references: ['sshd_config(5), MACs', 'ssh-audit'],
  demands: {
    recommended: { wants: 'none listed', severity: 'information' },
    'ssh-audit': { wants: 'none' },
  },
  keywords: ['MACs'],
  finds: (name) => /^hmac-sha1(-etm@openssh\.com)?$/.test(name),
  message: (names) =>
    `${names}: relies on SHA-1. As a MAC it is not broken, but nothing needs it any more: take it out.`,
});
