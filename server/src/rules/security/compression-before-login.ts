// Compression is on, before the login in old releases or where a guide wants it off.
import { settingRule } from '../setting-rule';

export const compressionBeforeLogin = settingRule({
  id: 'compression-before-login',
  category: 'security',
  severity: 'information',
  since: '0.2.0',
  summary: 'Compression is on, before the login in old releases or where a guide wants it off.',
  references: [
    'sshd_config(5), Compression',
    'DISA STIG for RHEL 9 (by way of ComplianceAsCode)',
    'dev-sec ssh-baseline and ssh_hardening',
  ],
  demands: {
    recommended: { wants: 'not yes, before 7.4' },
    stig: { wants: 'no or delayed', value: 'delayed' },
    'dev-sec': { wants: 'no', value: 'no' },
  },
  keyword: 'Compression',
  unset: 'strict',
  judge: ({ word, said, strict, demand, snapshot }) => {
    const early = word === 'yes' && !snapshot.catalog.since('7.4p1');
    const refused = word === 'yes' || (word === 'delayed' && demand?.value === 'no');
    if (!early && !(strict && refused)) return undefined;
    const instead = early && demand?.value !== 'no' ? 'delayed' : 'no';
    return {
      message: early
        ? `${said} compresses before anybody has logged in: zlib is open to the whole network. Write \`delayed\`.`
        : `${said} compresses what is sent; sizes can give away what is in it. The policy wants \`no\`.`,
      instead,
    };
  },
});
