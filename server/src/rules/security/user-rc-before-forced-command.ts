// ~/.ssh/rc runs before the forced command.
import { settingRule } from '../setting-rule';

export const userRcBeforeForcedCommand = settingRule({
  id: 'user-rc-before-forced-command',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: '~/.ssh/rc runs before the forced command.',
  references: ['sshd_config(5), ForceCommand'],
  keyword: 'ForceCommand',
  judge: ({ word, other }) =>
    word === 'none' || word.startsWith('internal-sftp') || !/^yes$/i.test(other('PermitUserRC'))
      ? undefined
      : {
          message:
            'What the user writes to ~/.ssh/rc runs before the command that is meant to be the only one. Write `PermitUserRC no` beside it.',
        },
});
