// X11 settings where X11 forwarding is off.
import { directiveRange } from '../places';
import { defineRule } from '../rule';
import { heldValue } from '../setting-rule';

export const x11LinesWithoutX11 = defineRule({
  id: 'x11-lines-without-x11',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'X11 settings where X11 forwarding is off.',
  references: [
    'sshd_config(5), X11DisplayOffset',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'no dead lines', severity: 'hint' },
    stig: 'off',
    'dev-sec': 'off',
  },
  *check(snapshot, { reads }) {
    reads('X11Forwarding', 'X11DisplayOffset', 'X11UseLocalhost', 'XAuthLocation');
    const { configuration, model } = snapshot;
    const on = configuration
      .settersOf('X11Forwarding')
      .some(({ placed }) => /^yes$/i.test(placed.line.words[0]?.value ?? ''));
    if (on || heldValue(snapshot, 'X11Forwarding').toLowerCase() === 'yes') return;
    for (const keyword of ['X11DisplayOffset', 'X11UseLocalhost', 'XAuthLocation'] as const)
      for (const placed of model.settersOf(keyword))
        yield {
          range: directiveRange(snapshot, placed),
          tags: ['unnecessary'],
          message: `X11 forwarding is off for everyone, so ${keyword} does nothing.`,
        };
  },
});
