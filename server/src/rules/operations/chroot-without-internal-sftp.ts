// In the chroot there is no sftp-server and no shell.
import { scopedSetting } from '../../model/effective/scoped-setting';
import { lineBelow } from '../new-lines';
import { settingRule } from '../setting-rule';

export const chrootWithoutInternalSftp = settingRule({
  id: 'chroot-without-internal-sftp',
  category: 'operations',
  severity: 'warning',
  since: '0.2.0',
  summary: 'In the chroot there is no sftp-server and no shell.',
  references: ['sshd_config(5), ChrootDirectory', 'sshd_config(5), ForceCommand'],
  keyword: 'ChrootDirectory',
  beside: ['ForceCommand'],
  alsoReads: ['Subsystem'],
  judge: ({ word, other, snapshot, block }) => {
    const command = other('ForceCommand');
    if (word === 'none' || /^internal-sftp\b/.test(command)) return undefined;
    const forced = command !== '' && command !== 'none';
    if (forced && !/sftp-server/.test(command)) return undefined;
    const sftp =
      scopedSetting(snapshot.configuration, 'Subsystem', block).values.find((one) => /^sftp\s/.test(one)) ?? '';
    if (!forced && /internal-sftp/.test(sftp)) return undefined;
    return {
      message: forced
        ? `\`${command}\` is looked for inside the chroot, where it is not unless it was copied there. Write \`ForceCommand internal-sftp\`, which needs no files.`
        : 'Shell and sftp-server are looked for inside the chroot, where they are not unless they were copied there. For file transfer write `ForceCommand internal-sftp`.',
      ...(forced ? {} : { severity: 'information' as const }),
      fixes: (line) => (forced ? [] : lineBelow(snapshot, line, 'ForceCommand', 'internal-sftp')),
    };
  },
});
