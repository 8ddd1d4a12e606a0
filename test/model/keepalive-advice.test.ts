// What is advised for a path and a release: it does what is wished, and only what no values can do is given up.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NAT_PROFILES, natProfile } from '../../server/src/catalog/nat-timeouts';
import { RELEASES, type Release, releaseNamed } from '../../server/src/catalog/versions';
import { keepaliveTimeline } from '../../server/src/model/keepalive';
import { keepaliveAdvice } from '../../server/src/model/keepalive-advice';
import {
  conflictSentences,
  countReason,
  intervalReason,
  limitSentences,
} from '../../server/src/model/keepalive-advice-words';
import { DEFAULT_SETTINGS, type KeepaliveSettings } from '../../server/src/model/snapshot';
import { snapshotFrom } from '../kit/snapshot';

const advice = (release: string, wish: Partial<KeepaliveSettings> = {}) =>
  keepaliveAdvice({ ...DEFAULT_SETTINGS.keepalive, ...wish }, releaseNamed(release) as Release);

const pair = (release: string, wish: Partial<KeepaliveSettings> = {}) => {
  const { interval, countMax } = advice(release, wish);
  return `${interval}/${countMax}`;
};

describe('the values', () => {
  test.each(NAT_PROFILES)('of profile $name are its own where the release does as it says', (profile) => {
    expect(pair('10.5', { natTimeout: profile.seconds })).toBe(`${profile.interval}/${profile.countMax}`);
  });

  test.each([
    ['9.2', undefined, '60/3'],
    ['9.2', 'aws', '75/3'],
    ['9.2', 'cgn', '6/6'],
    ['7.9', 'strict', '60/6'],
    ['8.1', 'strict', '60/3'],
    ['6.6', 'gcp', '120/3'],
  ])('%s on %s: %s', (release, path, expected) => {
    const natTimeout = path === undefined ? undefined : natProfile(path)?.seconds;
    expect(pair(release, natTimeout === undefined ? {} : { natTimeout })).toBe(expected);
  });

  test.each([
    ['a third of a timeout that no profile has', { natTimeout: 900 }, '300/3'],
    ['more lost probes', { natTimeout: 240, lostProbes: 5 }, '40/6'],
    ['a longer outage', { natTimeout: 240, shortestWindow: 600 }, '60/11'],
    ['an early end', { natTimeout: 240, longestWindow: 60 }, '12/4'],
    ["the user's own values", { interval: 20, countMax: 9 }, '20/9'],
    ["the user's own interval, lowered for the path", { interval: 90, natTimeout: 100 }, '50/3'],
    ["the user's own interval where no path is named", { interval: 500 }, '500/3'],
  ])('%s', (_, wish, expected) => expect(pair('10.5', wish)).toBe(expected));

  it('never gives 7.9 a count of 1', () => expect(pair('7.9', { countMax: 1 })).toBe('60/2'));
});

const wishes = fc.record({
  natTimeout: fc.integer({ min: 1, max: 8000 }),
  lostProbes: fc.integer({ min: 0, max: 6 }),
  shortestWindow: fc.integer({ min: 0, max: 900 }),
  longestWindow: fc.integer({ min: 1, max: 3600 }),
});

test('advice does what is wished, or says what it cannot', () => {
  fc.assert(
    fc.property(wishes, fc.constantFrom(...RELEASES), (wish, release) => {
      const { timeline, nat, conflicts } = keepaliveAdvice(wish, release);
      const given = new Set(conflicts.map(({ kind }) => kind));
      const { probeGap = 0, probesSurvived = 0, fromBreak, disconnectAfter = 0, kind } = timeline;
      expect(['normal', 'doubled', 'halved']).toContain(kind);
      if (given.has('path-too-short')) {
        expect(keepaliveTimeline({ interval: 1, countMax: 3 }, release).probeGap).toBeGreaterThanOrEqual(
          wish.natTimeout,
        );
      } else {
        expect(nat.kind === 'keeps-alive' || wish.lostProbes === 0 || given.has('fewer-lost-probes')).toBe(true);
        expect(probeGap).toBeLessThan(wish.natTimeout);
        if (!given.has('fewer-lost-probes'))
          expect(probeGap * (wish.lostProbes + 1)).toBeLessThanOrEqual(wish.natTimeout);
      }
      if (given.size === 0) expect(probesSurvived).toBeGreaterThan(wish.lostProbes);
      expect(fromBreak?.earliest).toBeGreaterThan(wish.shortestWindow);
      if (!given.has('late-clean-up')) expect(disconnectAfter).toBeLessThanOrEqual(wish.longestWindow);
    }),
  );
});

test('what is called impossible is so for every pair of values', () => {
  fc.assert(
    fc.property(wishes, fc.constantFrom(...RELEASES), (wish, release) => {
      const { conflicts, interval: advised } = keepaliveAdvice(wish, release);
      if (!conflicts.some(({ kind }) => kind === 'late-clean-up')) return;
      const lost = conflicts.find((one) => one.kind === 'fewer-lost-probes');
      const borne = lost?.borne ?? (conflicts.some(({ kind }) => kind === 'path-too-short') ? 0 : wish.lostProbes);
      for (let interval = 5; interval <= Math.max(300, advised); interval++) {
        for (let countMax = 1; countMax <= 200; countMax++) {
          const {
            probeGap = 0,
            probesSurvived = 0,
            fromBreak,
            disconnectAfter,
          } = keepaliveTimeline({ interval, countMax }, release);
          if (disconnectAfter === undefined || disconnectAfter > wish.longestWindow) break;
          const does =
            probeGap * (borne + 1) <= wish.natTimeout &&
            probeGap < wish.natTimeout &&
            probesSurvived > borne &&
            (fromBreak?.earliest ?? 0) > wish.shortestWindow;
          expect(does, `${interval}/${countMax}`).toBe(false);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('the words', () => {
  const said = (release: string, wish: Partial<KeepaliveSettings> = {}) => {
    const found = advice(release, wish);
    return [intervalReason(found), countReason(found), ...conflictSentences(found)];
  };

  it('give a reason for each value', () => {
    expect(said('10.5', { natTimeout: 350 })).toEqual([
      'With a probe every 2 min, 2 probes fall within the 5 min 50 s after which the path forgets an idle session: one of them may be lost.',
      '3 probes in a row may stay unanswered, so a break of 6 min does no harm, and a dead session is gone after 8 min.',
    ]);
  });
  it('say that the path is assumed', () => expect(said('10.5')[0]).toContain('the strictest common NATs'));
  it('name what the release does', () => {
    expect(said('9.2', { natTimeout: 350 })[0]).toContain(
      'This release runs every interval twice: with a probe every 2 min 30 s',
    );
    expect(said('7.9')[1]).toContain('This release counts every unanswered probe twice: 3 probes in a row');
  });
  it('name what cannot be had together', () => {
    expect(said('10.5', { natTimeout: 30, longestWindow: 50 }).slice(2)).toEqual([
      'A dead session cannot be gone within 50 s while the wished losses and outages are borne: it takes 54 s.',
    ]);
    expect(said('9.2', { natTimeout: 5, lostProbes: 4 }).slice(2)).toEqual([
      'No interval bears 4 lost probes in a row within 5 s; this one bears 1.',
    ]);
    expect(said('9.2', { natTimeout: 2 }).slice(2)).toEqual([
      'A path that forgets after 2 s is quicker than any probe of this sshd: no keepalive helps there.',
    ]);
  });
  it.each([
    ['10.5', 'ChannelTimeout', true],
    ['9.1', 'TMOUT', false],
    ['7.4', 'TMOUT', true],
  ])('of %s say when keepalives are no cure', (target, cure, busy) => {
    const sentences = limitSentences(advice(target), snapshotFrom('', { target }).catalog).join(' ');
    expect(sentences).toContain(cure);
    expect(sentences.includes('keeps printing')).toBe(busy);
  });
});
