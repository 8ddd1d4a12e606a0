// The HostKey lines name no Ed25519 key.
import { lineValue, scopedSetting } from '../../model/effective/scoped-setting';
import { directiveRange, isHere } from '../places';
import { defineRule } from '../rule';

export const noEd25519HostKey = defineRule({
  id: 'no-ed25519-host-key',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The HostKey lines name no Ed25519 key.',
  references: [
    'sshd_config(5), HostKey',
    'Mozilla OpenSSH guideline, Modern',
    'ssh-audit',
    'BSI TR-02102-4, 2023 (second-hand)',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
  ],
  demands: {
    recommended: { wants: 'one', severity: 'hint' },
    mozilla: { wants: 'one, first' },
    'ssh-audit': { wants: 'one' },
    bsi: 'off',
    stig: 'off',
  },
  *check(snapshot, { reads }) {
    reads('HostKey');
    const { by } = scopedSetting(snapshot.configuration, 'HostKey');
    const [line] = by;
    if (line === undefined || !isHere(snapshot, line) || by.some((one) => /ed25519/i.test(lineValue(one)))) return;
    yield {
      range: directiveRange(snapshot, line.placed),
      message:
        'HostKey lines replace the default list, and none of them is an Ed25519 key, which is short, quick and has no weak sizes. Add `HostKey /etc/ssh/ssh_host_ed25519_key`.',
    };
  },
});
