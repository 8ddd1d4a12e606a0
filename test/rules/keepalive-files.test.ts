// The keepalive of a configuration of several files: which lines decide, and where the findings about them stand.
import { describe, expect, it } from 'vitest';
import { effectiveKeepalive } from '../../server/src/model/effective-keepalive';
import { findingsOf } from '../kit/expect-findings';
import { MAIN_PATH, snapshotFrom } from '../kit/snapshot';

const INCLUDE = 'Include /etc/ssh/sshd_config.d/*.conf\n';
const DROP_IN = '/etc/ssh/sshd_config.d/50-cloud.conf';

const inMain = (main: string, dropIn: string) => snapshotFrom(main, { files: { [DROP_IN]: dropIn }, nat: 240 });
const inDropIn = (main: string, dropIn: string) =>
  snapshotFrom(dropIn, { files: { [MAIN_PATH]: main }, path: DROP_IN, nat: 240 });
const keepaliveRules = (snapshot: ReturnType<typeof inMain>) =>
  findingsOf(snapshot)
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('keepalive'));

describe('a drop-in above the lines of the main file', () => {
  const main = `${INCLUDE}ClientAliveInterval 60\nClientAliveCountMax 4\n`;
  const dropIn = 'ClientAliveInterval 300\n';

  it('decides in both files', () => {
    for (const snapshot of [inMain(main, dropIn), inDropIn(main, dropIn)]) {
      const { interval, countMax } = effectiveKeepalive(snapshot);
      expect([interval.value, countMax.value]).toEqual([300, 4]);
    }
  });
  it('has the finding, the main file has none about it', () => {
    expect(keepaliveRules(inDropIn(main, dropIn))).toContain('keepalive-interval-exceeds-nat');
    expect(keepaliveRules(inMain(main, dropIn))).not.toContain('keepalive-interval-exceeds-nat');
  });
  it('makes up for a main file that sets nothing', () => {
    expect(keepaliveRules(inMain(INCLUDE, 'ClientAliveInterval 60\n'))).toEqual([]);
    expect(keepaliveRules(inMain(INCLUDE, '# nothing\n'))).toEqual(['keepalive-disabled']);
    expect(keepaliveRules(inDropIn(INCLUDE, '# nothing\n'))).toEqual([]);
  });
});

describe('an Include in a Match block', () => {
  const main = `ClientAliveInterval 60\nMatch User a\n${INCLUDE}`;

  it('gives its lines to the block', () => {
    const snapshot = inMain(main, 'ClientAliveInterval 7\n');
    expect(effectiveKeepalive(snapshot).interval.value).toBe(60);
    expect(effectiveKeepalive(snapshot, snapshot.model.blocks[0]).interval.value).toBe(7);
  });
  it('and what a Match in the file adds to those within it', () => {
    const snapshot = inDropIn(main, 'Match Group g\nClientAliveInterval 7\n');
    const [block] = snapshot.model.blocks;
    expect(effectiveKeepalive(snapshot, block).interval.value).toBe(7);
    expect(effectiveKeepalive(snapshot, block?.header.conditions[0]).interval.value).toBe(60);
  });
});
