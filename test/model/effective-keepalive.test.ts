// Which lines decide the keepalive of everyone and of a Match block, and how their values are read.
import { describe, expect, it, test } from 'vitest';
import { blocksWithKeepalive, effectiveKeepalive } from '../../server/src/model/effective-keepalive';
import { type SnapshotOptions, snapshotFrom } from '../kit/snapshot';

function inForce(text: string, options: SnapshotOptions = {}, blockIndex?: number) {
  const snapshot = snapshotFrom(text, options);
  const block = blockIndex === undefined ? undefined : snapshot.model.blocks[blockIndex];
  const { interval, countMax, tcpKeepAlive, timeline } = effectiveKeepalive(snapshot, block);
  const line = (by: typeof interval.by) => (by === undefined ? 'default' : by.lineIndex + 1);
  return {
    values: [interval.value, countMax.value, tcpKeepAlive.value],
    lines: [line(interval.by), line(countMax.by), line(tcpKeepAlive.by)],
    kind: timeline?.kind,
  };
}

describe('global', () => {
  it('has the defaults where nothing is set', () => {
    expect(inForce('Port 22\n')).toEqual({
      values: [0, 3, true],
      lines: ['default', 'default', 'default'],
      kind: 'off',
    });
  });
  it('takes the first value, in any case and with aliases', () => {
    const text =
      'clientaliveinterval 1M\nClientAliveInterval 5\nClientAliveCountMax=+04\nKeepAlive NO\nTCPKeepAlive yes\n';
    expect(inForce(text)).toEqual({ values: [60, 4, false], lines: [1, 3, 4], kind: 'normal' });
  });
  it('is not touched by a block with criteria', () => {
    expect(inForce('ClientAliveInterval 60\nMatch User a\nClientAliveInterval 5\n').values).toEqual([60, 3, true]);
  });
  it('is replaced by Match all, but TCPKeepAlive is read once', () => {
    const text =
      'ClientAliveInterval 60\nTCPKeepAlive yes\nMatch User a\nMatch all\nClientAliveInterval 5\nTCPKeepAlive no\n';
    expect(inForce(text)).toMatchObject({ values: [5, 3, true], lines: [5, 'default', 2] });
  });
});

describe('a Match block', () => {
  const text =
    'ClientAliveInterval 60\nClientAliveCountMax 5\nMatch User a\nClientAliveInterval 30\nMatch User b\nPermitTTY no\n';
  it('sets its own, the rest is global', () => {
    expect(inForce(text, {}, 0)).toMatchObject({ values: [30, 5, true], lines: [4, 2, 'default'] });
    expect(inForce(text, {}, 1)).toMatchObject({ values: [60, 5, true], lines: [1, 2, 'default'] });
  });
  it('is listed when it sets one of the two', () => {
    expect(blocksWithKeepalive(snapshotFrom(text)).map((block) => block.header.lineIndex)).toEqual([2]);
    expect(blocksWithKeepalive(snapshotFrom('Match all\nClientAliveInterval 5\n'))).toEqual([]);
  });
  it('comes before or after Match all as it stands in the file', () => {
    expect(inForce('Match all\nClientAliveInterval 5\nMatch User a\nClientAliveInterval 30\n', {}, 1).values[0]).toBe(
      5,
    );
    expect(inForce('Match User a\nClientAliveInterval 30\nMatch all\nClientAliveInterval 5\n', {}, 0).values[0]).toBe(
      30,
    );
  });
});

describe('values', () => {
  test.each([
    ['ClientAliveInterval 1h30', '10.5', 3630],
    ['ClientAliveInterval', '10.5', undefined],
    ['ClientAliveInterval 1H30m', '6.6', 5400],
    ['ClientAliveInterval "60"', '10.5', 60],
    ['ClientAliveInterval = 2d', '10.5', 172_800],
    ['ClientAliveInterval abc', '10.5', undefined],
    ['ClientAliveInterval 60 30', '10.5', undefined],
    ['ClientAliveInterval "60', '10.5', undefined],
    ['ClientAliveInterval 1.5', '10.2', undefined],
    ['ClientAliveInterval 1.5', '10.5', 1],
    ['ClientAliveInterval 0.5', '10.5', 0],
    ['ClientAliveInterval 3000000000', '8.4', undefined],
  ])('%s at %s: %s', (text, target, seconds) => expect(inForce(text, { target }).values[0]).toBe(seconds));

  test.each([
    ['010', '10.5', 10],
    ['3s', '10.5', undefined],
    ['-1', '10.5', undefined],
    ['2147483648', '10.5', undefined],
    ['six', '7.6', 0],
    ['3s', '7.6', undefined],
    ['-1', '7.6', undefined],
  ])('count %s at %s: %s', (text, target, count) => {
    expect(inForce(`ClientAliveCountMax ${text}`, { target }).values[1]).toBe(count);
  });

  it('that sshd refuses leave no timeline', () => {
    expect(inForce('ClientAliveInterval abc\n').kind).toBeUndefined();
    expect(inForce('ClientAliveInterval 60\nClientAliveCountMax x\n').kind).toBeUndefined();
  });
  it('of a flag follow the release', () => {
    expect(inForce('TCPKeepAlive No\n', { target: '7.6' }).values[2]).toBeUndefined();
    expect(inForce('TCPKeepAlive No\n', { target: '7.7' }).values[2]).toBe(false);
  });
});
