// The message of the day is printed twice.
import { settingRule } from '../setting-rule';

export const motdTwice = settingRule({
  id: 'motd-twice',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The message of the day is printed twice.',
  references: ['sshd_config(5), PrintMotd'],
  keyword: 'PrintMotd',
  judge: ({ word, written, other, snapshot }) =>
    written &&
    word === 'yes' &&
    /^yes$/i.test(other('UsePAM')) &&
    ['debian', 'ubuntu'].includes(snapshot.catalog.target.vendor ?? '')
      ? {
          message: 'PAM prints the message of the day already. Write `no`, as the delivered file has it.',
          instead: 'no',
        }
      : undefined,
});
