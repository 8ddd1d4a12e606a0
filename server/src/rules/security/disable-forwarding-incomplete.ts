// DisableForwarding yes does not cover everything in this release.
import type { Keyword } from '../../catalog/directives';
import { linesBelow } from '../new-lines';
import { settingRule } from '../setting-rule';

export const disableForwardingIncomplete = settingRule({
  id: 'disable-forwarding-incomplete',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'DisableForwarding yes does not cover everything in this release.',
  references: ['sshd_config(5), DisableForwarding', 'CVE-2025-32728, CVE-2026-59999'],
  keyword: 'DisableForwarding',
  judge: ({ word, other, snapshot }) => {
    if (word !== 'yes') return undefined;
    const { since, target } = snapshot.catalog;
    const open: Keyword[] = [
      ...(!since('10.0p1') && !/^no$/i.test(other('X11Forwarding')) ? (['X11Forwarding'] as const) : []),
      ...(!since('10.0p1') && !/^no$/i.test(other('AllowAgentForwarding')) ? (['AllowAgentForwarding'] as const) : []),
      ...(!since('10.4p1') && other('PermitTunnel') !== 'no' ? (['PermitTunnel'] as const) : []),
    ];
    if (open.length === 0) return undefined;
    const lines = open.map((keyword) => `\`${keyword} no\``).join(' and ');
    return {
      message: `In this release DisableForwarding leaves something open: write ${lines} as well.`,
      // Vendors may have taken the correction over.
      ...(target.vendor === undefined ? {} : { severity: 'information' as const }),
      fixes: (line) =>
        linesBelow(
          snapshot,
          line,
          open.map((keyword) => [keyword, 'no'] as const),
        ),
    };
  },
});
