// An UnusedConnectionTimeout of a few seconds: it runs from the moment of login, before the client had a chance to open a channel.
import { durationInWords } from '../../base/duration';
import { secondsOf } from '../../model/effective-keepalive';
import { settingRule } from '../setting-rule';

/** Seconds that a slow client may need. */
const SLOW = 15;

export const unusedConnectionTimeoutShort = settingRule({
  id: 'unused-connection-timeout-short',
  category: 'keepalive',
  severity: 'warning',
  since: '0.2.0',
  summary: 'UnusedConnectionTimeout runs from the moment of login: a few seconds end the connections of slow clients.',
  references: ['https://man.openbsd.org/sshd_config#UnusedConnectionTimeout'],
  keyword: 'UnusedConnectionTimeout',
  judge: ({ value, snapshot }) => {
    const seconds = secondsOf(value, snapshot.catalog.target.release) ?? 0;
    if (seconds === 0 || seconds >= SLOW) return undefined;
    return {
      message: `sshd ends a connection that has had no open channel for ${durationInWords(seconds)}, counted from login: a slow client gets no chance to open its session. Write \`1m\` or more.`,
      instead: '1m',
    };
  },
});
