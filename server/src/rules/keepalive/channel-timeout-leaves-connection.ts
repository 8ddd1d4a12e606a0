// ChannelTimeout closes channels alone; without UnusedConnectionTimeout the connection stays.
import { settingRule } from '../setting-rule';

export const channelTimeoutLeavesConnection = settingRule({
  id: 'channel-timeout-leaves-connection',
  category: 'keepalive',
  severity: 'hint',
  since: '0.2.0',
  summary: 'ChannelTimeout closes channels only; without UnusedConnectionTimeout the logged-in connection stays.',
  references: ['https://man.openbsd.org/sshd_config#UnusedConnectionTimeout'],
  keyword: 'ChannelTimeout',
  judge: ({ word, other }) => {
    const unused = other('UnusedConnectionTimeout').toLowerCase();
    if (word === 'none' || !/^[^=]*=.*[1-9]/.test(word) || (unused !== 'none' && unused !== '0' && unused !== ''))
      return undefined;
    return {
      message:
        'ChannelTimeout closes channels, not the connection: a client that shares one connection keeps it, logged in, for ever. Add `UnusedConnectionTimeout 5m`.',
    };
  },
});
