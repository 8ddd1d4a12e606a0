// The timeline against what real sshd builds did, and its shape for any values.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RELEASES, type Release, releaseNamed } from '../../server/src/catalog/versions';
import { keepaliveTimeline, longestSafeInterval, natRelation, probesAt } from '../../server/src/model/keepalive';

interface Row {
  readonly server: string;
  readonly interval: number;
  readonly countMax: number;
  readonly disconnect?: number | null;
  readonly healthyClientToo?: boolean;
  readonly disconnectsWithin?: number;
}

const measured: { rows: readonly Row[] } = JSON.parse(
  readFileSync(new URL('../data/keepalive-measured.json', import.meta.url), 'utf8'),
);

const at = (release: string) => releaseNamed(release) as Release;
const line = (release: string, interval: number, countMax: number) =>
  keepaliveTimeline({ interval, countMax }, at(release));

describe('measured disconnects', () => {
  test.each(measured.rows)('$server, interval $interval, count $countMax', (row) => {
    const timeline = line(row.server.replace('-debian', ''), row.interval, row.countMax);
    if (row.healthyClientToo) {
      expect(timeline.kind).toBe('kicks-live-clients');
      expect(timeline.disconnectAfter).toBeLessThanOrEqual(row.disconnectsWithin ?? 0);
    } else if (row.disconnect === null) {
      expect(timeline.kind).toBe('never-disconnects');
      expect(timeline.disconnectAfter).toBeUndefined();
    } else {
      expect(timeline.kind).not.toBe('kicks-live-clients');
      expect(Math.abs((timeline.disconnectAfter ?? 0) - (row.disconnect ?? 0))).toBeLessThanOrEqual(0.25);
    }
  });

  it('covers every row of the recording', () => expect(measured.rows.length).toBe(32));

  test.each([
    ['9.2p1', 1, 3, [2, 4, 6]],
    ['9.2p1', 2, 2, [4, 8]],
    ['9.2p1', 3, 1, [6]],
    ['10.5p1', 1, 3, [1, 2, 3]],
    ['10.5p1', 2, 2, [2, 4]],
    ['9.5p1', 2, 2, [2, 4]],
    ['6.6p1', 2, 2, [2, 4]],
    ['7.9p1', 2, 2, [2]],
    ['8.0p1', 1, 0, []],
  ])('probes of %s at %i/%i', (release, interval, countMax, probes) => {
    expect(probesAt(line(release, interval, countMax))).toEqual(probes);
  });

  test.each([
    ['6.6', true],
    ['7.5', true],
    ['7.6', false],
    ['9.1', false],
    ['9.2', true],
    ['10.5', true],
  ])('%s: output postpones the probe: %s', (release, postpones) => {
    expect(line(release, 60, 3).outputPostpones).toBe(postpones);
  });
});

describe('kinds', () => {
  test.each([
    ['10.5', 0, 3, 'off'],
    ['6.6', 0, 0, 'off'],
    ['8.1', 60, 0, 'kicks-live-clients'],
    ['8.2', 60, 0, 'never-disconnects'],
    ['9.3', 60, 0, 'never-disconnects'],
    ['7.6', 60, 1, 'kicks-live-clients'],
    ['7.5', 60, 1, 'normal'],
    ['8.0', 60, 1, 'normal'],
    ['7.7', 60, 3, 'halved'],
    ['9.1', 60, 3, 'normal'],
    ['9.2', 60, 3, 'doubled'],
    ['9.4', 60, 3, 'doubled'],
    ['9.5', 60, 3, 'normal'],
  ])('%s, %i/%i: %s', (release, interval, countMax, kind) => {
    expect(line(release, interval, countMax).kind).toBe(kind);
  });

  it('gives the famous 27 h 48 min 20 s', () => expect(line('10.5', 100, 1000).disconnectAfter).toBe(100_100));

  it('marks an interval that sshd cannot count in milliseconds', () => {
    expect(line('10.5', 2_147_483, 1).beyondClock).toBe(false);
    expect(line('10.5', 2_147_484, 1).beyondClock).toBe(true);
  });
});

describe('a NAT on the path', () => {
  test.each([
    ['10.5', 60, 3, 240, 'keeps-alive', 3],
    ['10.5', 120, 3, 240, 'keeps-alive', 1],
    ['10.5', 121, 3, 240, 'thin-margin', 1],
    ['10.5', 239, 3, 240, 'thin-margin', 1],
    ['10.5', 240, 3, 240, 'expires', 0],
    ['10.5', 0, 3, 240, 'expires', 0],
    ['9.2', 100, 3, 240, 'thin-margin', 1],
    ['9.2', 120, 3, 240, 'expires', 0],
    ['8.2', 60, 0, 240, 'keeps-alive', 3],
    ['8.1', 60, 0, 240, 'ends-first', 0],
    ['8.1', 300, 0, 240, 'expires', 0],
  ])('%s, %i/%i against %i s: %s', (release, interval, countMax, timeout, kind, probesWithin) => {
    expect(natRelation(line(release, interval, countMax), timeout)).toEqual({ kind, timeout, probesWithin });
  });

  it('advises an interval that keeps the mapping alive wherever one second can', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), fc.integer({ min: 4, max: 100_000 }), (release, timeout) => {
        const interval = longestSafeInterval(timeout, release);
        expect(natRelation(keepaliveTimeline({ interval, countMax: 3 }, release), timeout).kind).toBe('keeps-alive');
      }),
    );
  });
});

it('agrees with itself for any values', () => {
  const values = { interval: fc.integer({ min: 0, max: 1_000_000 }), countMax: fc.integer({ min: 0, max: 1_000_000 }) };
  fc.assert(
    fc.property(fc.constantFrom(...RELEASES), fc.record(values), (release, pair) => {
      const timeline = keepaliveTimeline(pair, release);
      const probes = probesAt(timeline);
      expect(probes.length === 0 || probes[0] === timeline.probeGap).toBe(true);
      const { disconnectAfter, fromBreak } = timeline;
      expect(disconnectAfter === undefined).toBe(['off', 'never-disconnects'].includes(timeline.kind));
      expect(probes.every((probe) => probe < (disconnectAfter ?? Number.POSITIVE_INFINITY))).toBe(true);
      expect(fromBreak?.latest).toBe(disconnectAfter);
      if (fromBreak !== undefined)
        expect(fromBreak.latest - fromBreak.earliest).toBe(timeline.probeGap ?? pair.interval);
    }),
  );
});
