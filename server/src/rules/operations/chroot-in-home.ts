// ChrootDirectory is the home directory, which users own.
import { settingRule } from '../setting-rule';

export const chrootInHome = settingRule({
  id: 'chroot-in-home',
  category: 'operations',
  severity: 'information',
  since: '0.2.0',
  summary: 'ChrootDirectory is the home directory, which users own.',
  references: ['sshd_config(5), ChrootDirectory'],
  keyword: 'ChrootDirectory',
  judge: ({ value }) =>
    /%h/.test(value) || /^\/home\/%u\/?$/.test(value)
      ? {
          message: `sshd lets nobody in whose chroot, or any folder above it, is not root's alone: a normal home fails with "bad ownership or modes". Use \`/srv/sftp/%u\` with a folder in it that the user owns.`,
        }
      : undefined,
});
