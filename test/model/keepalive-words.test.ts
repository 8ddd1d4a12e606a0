// What hovers and hints say about a timeline.
import { describe, expect, it, test } from 'vitest';
import { durationInWords } from '../../server/src/base/duration';
import type { Release } from '../../server/src/catalog/versions';
import { keepaliveTimeline } from '../../server/src/model/keepalive';
import { keepaliveInBrief, keepaliveSentences } from '../../server/src/model/keepalive-words';

const line = (release: Release, interval: number, countMax: number) =>
  keepaliveTimeline({ interval, countMax }, release);

test.each([
  [0, '0 s'],
  [45, '45 s'],
  [60, '1 min'],
  [100, '1 min 40 s'],
  [3600, '1 h'],
  [7875, '2 h 11 min 15 s'],
  [100_100, '27 h 48 min 20 s'],
  [259_200, '72 h'],
  [432_000, '5 days'],
  [2_147_483_647, '24855 days 3 h 14 min 7 s'],
])('%i s: %s', (seconds, words) => expect(durationInWords(seconds)).toBe(words));

describe('sentences', () => {
  it('of 15 x 3 say 60 seconds, not 45', () => {
    expect(keepaliveSentences(line('9.5p1', 15, 3), 350)).toMatchInlineSnapshot(`
      [
        "The first probe goes out after 15 s without a byte from the client, then one every 15 s.",
        "3 probes in a row may stay unanswered: after 15 s, 30 s and 45 s.",
        "sshd cuts a dead client off 1 min after its last byte; seen from the break, 45 s to 1 min.",
        "That is 3 + 1 intervals: interval times count, 45 s, leaves out the first wait.",
        "Output of the session puts the probe off: while a program keeps printing, a dead client is not noticed this way.",
        "A probe every 15 s keeps a NAT mapping of 5 min 50 s alive; 23 probes fall within the timeout.",
      ]
    `);
  });
  it('of 9.2 say that everything is doubled', () => {
    expect(keepaliveSentences(line('9.2p1', 60, 3), 240)).toMatchInlineSnapshot(`
      [
        "The first probe goes out after 2 min without a byte from the client, then one every 2 min.",
        "3 probes in a row may stay unanswered: after 2 min, 4 min and 6 min.",
        "sshd cuts a dead client off 8 min after its last byte; seen from the break, 6 min to 8 min.",
        "OpenSSH 9.2 to 9.4 let every interval run twice, so all times are double what the values say.",
        "Output of the session puts the probe off: while a program keeps printing, a dead client is not noticed this way.",
        "A probe every 2 min keeps a NAT mapping of 4 min alive; 1 probe falls within the timeout.",
      ]
    `);
  });
  it('of 7.9 say that probes count twice', () => {
    expect(keepaliveSentences(line('7.9p1', 60, 3))).toMatchInlineSnapshot(`
      [
        "The first probe goes out after 1 min without a byte from the client, then one every 1 min.",
        "One probe may stay unanswered, the one after 1 min.",
        "sshd cuts a dead client off 2 min after its last byte; seen from the break, 1 min to 2 min.",
        "OpenSSH 7.6 to 7.9 count every unanswered probe twice, so about half of ClientAliveCountMax is left.",
      ]
    `);
  });
  it('of a count of 0 differ before and since 8.2', () => {
    expect(keepaliveSentences(line('8.1p1', 300, 0), 240)).toMatchInlineSnapshot(`
      [
        "sshd cuts off every client that is silent for 5 min, alive or not: it does not wait for an answer.",
        "Nothing is sent, so the NAT mapping of an idle connection expires after 4 min.",
      ]
    `);
    expect(keepaliveSentences(line('8.2p1', 300, 0), 240)).toMatchInlineSnapshot(`
      [
        "The first probe goes out after 5 min without a byte from the client, then one every 5 min.",
        "Unanswered probes have no consequence: sshd never cuts a dead client off.",
        "The NAT mapping expires after 4 min of silence, before the first probe at 5 min.",
      ]
    `);
  });
  it('of an interval of 0 say that nothing happens', () => {
    expect(keepaliveSentences(line('10.5p1', 0, 3), 240)).toMatchInlineSnapshot(`
      [
        "sshd sends no probes and never asks whether an idle client is still there.",
        "Nothing is sent, so the NAT mapping of an idle connection expires after 4 min.",
      ]
    `);
  });
  it('name the limit of the clock', () => {
    expect(keepaliveSentences(line('8.0p1', 3_000_000, 1)).at(-1)).toContain('millisecond');
  });
});

test.each([
  ['10.5p1', 60, 3, 'dead client cut off after 4 min'],
  ['9.2p1', 60, 3, 'dead client cut off after 8 min'],
  ['10.5p1', 0, 3, 'no probes, dead clients stay'],
  ['10.5p1', 60, 0, 'probes, but dead clients stay'],
  ['8.1p1', 60, 0, 'cuts off every client silent for 1 min'],
] as const)('brief of %s, %i/%i: %s', (release, interval, countMax, brief) => {
  expect(keepaliveInBrief(line(release, interval, countMax))).toBe(brief);
});
