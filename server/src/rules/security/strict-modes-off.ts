// StrictModes no, so sshd uses key files that others may write.
import { settingRule } from '../setting-rule';

export const strictModesOff = settingRule({
  id: 'strict-modes-off',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'StrictModes no, so sshd uses key files that others may write.',
  references: ['sshd_config(5), StrictModes'],
  keyword: 'StrictModes',
  judge: ({ word }) =>
    word === 'no'
      ? {
          message:
            'sshd no longer looks whether others may write the home directory and its authorized_keys: whoever may, can log in as that user. Mend the permissions and write `yes`.',
          instead: 'yes',
        }
      : undefined,
});
