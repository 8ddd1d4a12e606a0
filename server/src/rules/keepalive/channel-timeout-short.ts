// A ChannelTimeout of less than five minutes for sessions: probes do not count as traffic.
import { durationInWords } from '../../base/duration';
import { secondsOf } from '../../model/effective-keepalive';
import { settingRule } from '../setting-rule';

/** Seconds that a reader may be given. */
const PATIENT = 300;

export const channelTimeoutShort = settingRule({
  id: 'channel-timeout-short',
  category: 'keepalive',
  severity: 'information',
  since: '0.2.0',
  summary: 'ChannelTimeout closes sessions after a few quiet minutes; keepalive probes do not count as traffic.',
  references: ['https://man.openbsd.org/sshd_config#ChannelTimeout'],
  keyword: 'ChannelTimeout',
  judge: ({ value, snapshot }) => {
    for (const part of value.split(/\s+/)) {
      const [, type = '', time = ''] = /^([^=]+)=(.+)$/.exec(part) ?? [];
      const seconds = secondsOf(time, snapshot.catalog.target.release) ?? 0;
      if (!/^(session|\*$|global$)/.test(type) || seconds === 0 || seconds >= PATIENT) continue;
      return {
        message: `sshd closes a session in which nothing is typed or printed for ${durationInWords(seconds)}: an open editor, a reader, a long silent build. Keepalive probes do not count as traffic. Write 15 minutes or more.`,
        instead: value.replace(part, `${type}=15m`),
      };
    }
    return undefined;
  },
});
