// Any keepalive fix, in any configuration of several files: afterwards sshd has the wished values for every connection that the fix is about,
// by the effective configuration and not by what the fix thinks. Nothing else changes.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RELEASES } from '../../server/src/catalog/versions';
import { allBlocks } from '../../server/src/model/configuration';
import { effectiveConfig } from '../../server/src/model/effective/effective-config';
import type { MatchBlock } from '../../server/src/model/file-model';
import { adviceFor } from '../../server/src/model/keepalive-advice';
import type { Snapshot } from '../../server/src/model/snapshot';
import { blockFix } from '../../server/src/rules/keepalive/block-lines';
import { recommendedFixes } from '../../server/src/rules/keepalive/recommended-lines';
import type { Fix } from '../../server/src/rules/rule';
import { applyEdits } from '../kit/apply-edits';
import { MAIN_PATH, snapshotFrom, uriOfPath } from '../kit/snapshot';

type Files = Readonly<Record<string, string>>;

const DROP_INS = ['/etc/ssh/sshd_config.d/05-a.conf', '/etc/ssh/sshd_config.d/50-b.conf', '/etc/ssh/extra'] as const;

function snapshotOfFiles(files: Files, target: string, path: string = MAIN_PATH): Snapshot {
  return snapshotFrom(files[path] ?? '', { target, files, path });
}

/** All files after a fix that is asked for in one of them. */
function after(files: Files, path: string, { edits, creates }: Fix): Files {
  const result: Record<string, string> = { ...files };
  for (const [name, text] of Object.entries(files)) {
    const here = edits.filter((edit) => (edit.uri ?? uriOfPath(path)) === uriOfPath(name));
    result[name] = applyEdits(text, here);
  }
  if (creates !== undefined) result[creates.uri.slice('file://'.length)] = creates.text;
  return result;
}

const USERS = ['a', 'b', 'c'];

/** What sshd has for a user: interval and count. */
function held({ configuration }: Snapshot, user: string): readonly (string | undefined)[] {
  const config = effectiveConfig(configuration, { user, host: 'h', address: '192.0.2.1' });
  if (config.kind !== 'settings') return [config.message];
  return ['ClientAliveInterval' as const, 'ClientAliveCountMax' as const].map((keyword) => {
    const value = config.setting(keyword)?.values[0];
    return value === undefined ? undefined : String(Number(value));
  });
}

const value = fc.constantFrom('0', '7', '60', '3', '1000');
const keepalive = fc
  .tuple(fc.constantFrom('ClientAliveInterval', 'ClientAliveCountMax', '#ClientAliveInterval'), value)
  .map((pair) => pair.join(' '));
const line = fc.oneof(
  { weight: 5, arbitrary: keepalive },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '',
      '# note',
      'X11Forwarding yes',
      'PermitTTY no',
      'Match User a',
      'Match User b,c',
      'Match User a Address 192.0.2.0/24',
      'Match all',
      'Include sshd_config.d/*.conf',
      'Include extra',
    ),
  },
);
const text = fc.array(line, { maxLength: 9 }).map((lines) => lines.map((one) => `${one}\n`).join(''));
// Drop-ins include nothing, so nothing loops.
const dropIn = text.map((one) => one.replace(/^Include.*$/gm, 'GatewayPorts no'));
const configurations = fc.tuple(text, dropIn, dropIn, dropIn).map(([main, ...others]): Files => {
  const entries = DROP_INS.map((path, index) => [path, others[index] ?? ''] as const);
  return { [MAIN_PATH]: main, ...Object.fromEntries(entries) };
});
// Since 8.2 there is Include, since 7.4 the two may stand in a Match block; before 9.9 a Match User fits as here.
const releases = fc.constantFrom(...RELEASES.slice(RELEASES.indexOf('8.2p1')).filter((name) => name !== '8.2p1'));
const places = fc.constantFrom(MAIN_PATH, ...DROP_INS);

/** Everything but the keepalive lines and the Match lines that only had such. */
function others(files: Files): readonly string[] {
  const lines = Object.entries(files)
    .filter(([path]) => !path.endsWith('/10-keepalive.conf'))
    .flatMap(([, one]) => one.split('\n'));
  return lines.filter((one) => one !== '' && !/^#?(ClientAlive|Match )/.test(one));
}

describe('any configuration', () => {
  test('has the wished values for every connection after a fix for the whole server', () => {
    fc.assert(
      fc.property(configurations, releases, places, (files, target, path) => {
        const before = snapshotOfFiles(files, target, path);
        for (const fix of recommendedFixes(before)) {
          if (fix.title.endsWith('Match blocks keep theirs')) continue;
          const values = /ClientAliveInterval (\d+), ClientAliveCountMax (\d+)/.exec(fix.title)?.slice(1);
          const fixed = after(files, path, fix);
          // A drop-in that stands alone is not read by the main file.
          const reads = before.configuration.main.file.uri === uriOfPath(MAIN_PATH) ? MAIN_PATH : path;
          const snapshot = snapshotFrom(fixed[reads] ?? '', {
            target,
            path: reads,
            ...(reads === MAIN_PATH ? { files: fixed } : {}),
          });
          for (const user of USERS) expect(held(snapshot, user), fix.title).toEqual(values);
          expect(others(fixed)).toEqual(others(files));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('keeps what Match blocks set where the fix says so', () => {
    fc.assert(
      fc.property(configurations, releases, (files, target) => {
        const before = snapshotOfFiles(files, target);
        const fix = recommendedFixes(before).find(({ title }) => title.endsWith('Match blocks keep theirs'));
        if (fix === undefined) return;
        const snapshot = snapshotOfFiles(after(files, MAIN_PATH, fix), target);
        const { interval, countMax } = adviceFor(before);
        const wished = [String(interval), String(countMax)];
        for (const user of USERS) {
          const [old, now] = [held(before, user), held(snapshot, user)];
          for (const [index, one] of now.entries()) expect([old[index], wished[index]]).toContain(one);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('has the wished values for the connections of one block after its fix', () => {
    fc.assert(
      fc.property(configurations, releases, (files, target) => {
        const before = snapshotOfFiles(files, target);
        const { readings } = before.configuration;
        // Lines of a file that is read twice stand in two places at once.
        if (new Set(readings.map(({ file }) => file.uri)).size < readings.length) return;
        const blocks = allBlocks(before.configuration);
        for (const block of blocks) {
          const around: readonly unknown[] = block.header.conditions;
          const users = USERS.filter((user) =>
            blocks.every((one) => one === block || around.includes(one) || !fits(one, user)),
          );
          const fix = blockFix(before, block, { interval: 33, countMax: 4 }, 'for the block');
          if (fix === undefined) continue;
          const snapshot = snapshotOfFiles(after(files, MAIN_PATH, fix), target);
          for (const user of users.filter((one) => fits(block, one))) expect(held(snapshot, user)).toEqual(['33', '4']);
          for (const user of USERS.filter((one) => !fits(block, one)))
            expect(held(snapshot, user)).toEqual(held(before, user));
        }
      }),
      { numRuns: 400 },
    );
  });
});

// With the blocks around the Include that leads to it.
function fits(block: MatchBlock, user: string): boolean {
  return [...block.header.conditions, block].every((one) => fitsAlone(one, user));
}

function fitsAlone(block: MatchBlock, user: string): boolean {
  const words = block.header.line.words.map((word) => word.value);
  return words[0] === 'all' || (words[1] ?? '').split(',').includes(user);
}

describe('the right file', () => {
  const stock = 'Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n';
  const fixedFiles = (files: Files, title = /./, path: string = MAIN_PATH) => {
    const fix = recommendedFixes(snapshotOfFiles(files, '10.5', path)).find((one) => title.test(one.title));
    return fix === undefined ? undefined : after(files, path, fix);
  };

  it('keeps a line that is beaten here and decides in a block, where its file is read once more', () => {
    const block = 'Match User a\nInclude extra\nClientAliveInterval 1000\n';
    const files = {
      [MAIN_PATH]: `ClientAliveInterval 7\nInclude extra\n${block}`,
      '/etc/ssh/extra': 'ClientAliveInterval 0\n',
    };
    expect(fixedFiles(files, /Match blocks keep theirs$/)?.['/etc/ssh/extra']).toBe('ClientAliveInterval 0\n');
  });

  it('is the drop-in that decides, wherever the fix is asked for', () => {
    const cloud = '/etc/ssh/sshd_config.d/50-cloud.conf';
    const files = { [MAIN_PATH]: `${stock}ClientAliveInterval 60\n`, [cloud]: 'ClientAliveInterval 300\n' };
    const expected = {
      [MAIN_PATH]: stock,
      [cloud]: 'ClientAliveInterval 60\nClientAliveCountMax 3\n',
    };
    expect(fixedFiles(files)).toEqual(expected);
    expect(fixedFiles(files, /./, cloud)).toEqual(expected);
  });

  it('may be a new drop-in, for which lines elsewhere make way', () => {
    const files = { [MAIN_PATH]: `${stock}ClientAliveInterval 5\nMatch User a\n  ClientAliveCountMax 9\n` };
    expect(fixedFiles(files, /new drop-in/)).toEqual({
      [MAIN_PATH]: stock,
      '/etc/ssh/sshd_config.d/10-keepalive.conf':
        '# Keepalive for all connections; lower names and earlier lines would win.\nClientAliveInterval 60\nClientAliveCountMax 3\n',
    });
  });

  it('is not a drop-in that is there, or that nothing reads', () => {
    const there = { [MAIN_PATH]: stock, '/etc/ssh/sshd_config.d/10-keepalive.conf': '' };
    expect(fixedFiles(there, /new drop-in/)).toBeUndefined();
    expect(fixedFiles({ [MAIN_PATH]: 'UsePAM yes\n' }, /new drop-in/)).toBeUndefined();
    expect(fixedFiles({ [MAIN_PATH]: 'Match User a\nInclude sshd_config.d/*.conf\n' }, /new drop-in/)).toBeUndefined();
  });
});
