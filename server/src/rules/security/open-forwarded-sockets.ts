// StreamLocalBindMask lets other users at forwarded sockets.
import { settingRule } from '../setting-rule';

export const openForwardedSockets = settingRule({
  id: 'open-forwarded-sockets',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'StreamLocalBindMask lets other users at forwarded sockets.',
  references: ['sshd_config(5), StreamLocalBindMask'],
  keyword: 'StreamLocalBindMask',
  judge: ({ value }) =>
    (Number.parseInt(value, 8) & 0o077) === 0o077
      ? undefined
      : {
          message: `With the mask ${value} other users of the server can use forwarded sockets, an agent's too. Write \`0177\`.`,
          instead: '0177',
        },
});
