// The keepalive advice proved against a real sshd behind a relay that forgets idle flows, with minutes scaled to seconds. All trials run at once: under a minute.
// Needs openssh-server and openssh-client; says why where it is skipped. Loopback only. Real time passes here: it is what is measured.
import { afterAll, describe, expect, test } from 'vitest';
import { NAT_PROFILES } from '../../server/src/catalog/nat-timeouts';
import { keepaliveTimeline, natRelation } from '../../server/src/model/keepalive';
import { keepaliveAdvice } from '../../server/src/model/keepalive-advice';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { type Laboratory, openLaboratory, pause, startTrial, type Trial, type TrialOptions } from './laboratory';

const opened = openLaboratory();
afterAll(() => {
  if (typeof opened !== 'string') opened.dispose();
});

/** A trial with a session; whatever happens, nothing is left running. */
function trial(name: string, options: TrialOptions, run: (session: Trial, lab: Laboratory) => Promise<void>): void {
  // A machine that is busy may be late; a wrong model is wrong each time.
  test.concurrent(name, { timeout: 120_000, retry: 2 }, async (context) => {
    if (typeof opened === 'string') return context.skip(`the NAT laboratory needs a real sshd and ssh: ${opened}`);
    const session = await startTrial(opened, options);
    try {
      await run(session, opened);
    } finally {
      await session.end();
    }
  });
}

const release = typeof opened === 'string' ? '10.5p1' : opened.release;
const values = (interval: number, countMax: number) => [
  `ClientAliveInterval ${interval}`,
  `ClientAliveCountMax ${countMax}`,
];
const timeline = (interval: number, countMax: number) => keepaliveTimeline({ interval, countMax }, release);

/** The NAT's timeout in the trials, in seconds: every profile is scaled to it. */
const TIMEOUT = 6;
/** Idle for so long, several timeouts pass. */
const LONG = TIMEOUT * 3 * 1000;
const SOON = 5_000;

describe.concurrent('a NAT that forgets after seconds', () => {
  trial(
    'cuts an idle session without keepalives, and neither side is told',
    { lines: [], idleTimeout: TIMEOUT * 1000 },
    async (session) => {
      await pause(LONG);
      expect(session.relay.forgot()).toBe(true);
      expect(await session.answers(SOON)).toBe(false);
    },
  );

  trial(
    'TCPKeepAlive alone does not help',
    { lines: ['TCPKeepAlive yes'], idleTimeout: TIMEOUT * 1000 },
    async (session) => {
      await pause(LONG);
      expect(await session.answers(SOON)).toBe(false);
    },
  );

  for (const { name, seconds } of NAT_PROFILES) {
    const advice = keepaliveAdvice({ ...DEFAULT_SETTINGS.keepalive, natTimeout: seconds }, release);
    const interval = Math.max(1, Math.round((advice.interval * TIMEOUT) / seconds));
    trial(
      `the recommended values of ${name}, scaled, keep it (${interval}/${advice.countMax})`,
      { lines: values(interval, advice.countMax), idleTimeout: TIMEOUT * 1000 },
      async (session) => {
        await pause(LONG);
        expect(session.relay.forgot()).toBe(false);
        expect(await session.answers(SOON)).toBe(true);
      },
    );
  }

  trial(
    'an interval beyond the timeout loses it, as the finding says',
    { lines: values(TIMEOUT + 2, 3), idleTimeout: TIMEOUT * 1000 },
    async (session) => {
      expect(natRelation(timeline(TIMEOUT + 2, 3), TIMEOUT).kind).toBe('expires');
      await pause(LONG);
      expect(session.relay.forgot()).toBe(true);
      expect(await session.answers(SOON)).toBe(false);
    },
  );
});

describe.concurrent('a frozen client', () => {
  for (const [interval, countMax] of [
    [1, 3],
    [2, 2],
    [3, 1],
    [1, 1],
    [2, 1],
    [1, 5],
    [4, 2],
    [1, 0],
  ] as const) {
    const { disconnectAfter } = timeline(interval, countMax);
    const when = disconnectAfter === undefined ? 'never' : `after ${disconnectAfter} s`;
    trial(`of ${interval}/${countMax} is cut off ${when}`, { lines: values(interval, countMax) }, async (session) => {
      // A byte of ours, so that the clock of sshd starts anew.
      expect(await session.answers(SOON)).toBe(true);
      session.freeze();
      const from = session.relay.lastFromClient();
      const gaveUp = await session.serverGaveUp((disconnectAfter ?? 20) * 1000 + SOON);
      if (disconnectAfter === undefined) expect(gaveUp).toBeUndefined();
      else expect(Math.abs(((gaveUp ?? 0) - from) / 1000 - disconnectAfter)).toBeLessThanOrEqual(0.5);
    });
  }
});

describe.concurrent('an outage', () => {
  const { fromBreak, disconnectAfter = 0 } = timeline(2, 2);
  trial('shorter than the tolerance is survived', { lines: values(2, 2) }, async (session) => {
    session.relay.breakLink();
    await pause((fromBreak?.earliest ?? 0) * 1000 - 1000);
    session.relay.restore();
    expect(await session.answers(SOON)).toBe(true);
  });
  trial('longer than the tolerance ends the session', { lines: values(2, 2) }, async (session) => {
    session.relay.breakLink();
    expect(await session.serverGaveUp(disconnectAfter * 1000 + SOON)).toBeDefined();
    session.relay.restore();
    expect(await session.answers(SOON)).toBe(false);
  });
});
