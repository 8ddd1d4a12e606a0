// Random patterns over random names: what sshd's own glob(3) finds, in which order. sshd prints AcceptEnv in the order it reads.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/src/hosts/node-file-system';
import { globFiles } from '../../server/src/workspace/glob-files';
import { treeMapping } from '../../server/src/workspace/root-mapping';

const SSHD = '/usr/sbin/sshd';
const RUNNABLE = existsSync(SSHD) && existsSync('/run/sshd');
const NAMES = ['a', 'b', 'ab', 'a.b', 'B', 'a-b', 'a]', '[', '!', '^a', 'a*', '\u00e4', '.a', '10', '9', 'a\\'];
const FOLDERS = ['', 'd1/', 'd2/'];

const { uriOf, pathOf } = treeMapping('file://', false);

describe.skipIf(!RUNNABLE)(`glob(3) of ${SSHD} (skipped where it cannot run)`, () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sshd-config-glob-'));
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, 'key')]);
    for (const [at, place] of FOLDERS.entries()) {
      mkdirSync(path.join(folder, 'tree', place), { recursive: true });
      for (const [index, name] of NAMES.entries())
        writeFileSync(path.join(folder, 'tree', place, name), `AcceptEnv F_${at}_${index}\n`);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** For each pattern the files it finds, as AcceptEnv names. */
  function foundBySshd(patterns: readonly string[]): readonly (readonly string[])[] {
    const lines = patterns.map((pattern) => `Include "${folder}/tree/${quoted(pattern)}"\nAcceptEnv NEXT\n`);
    const config = path.join(folder, 'config');
    writeFileSync(config, lines.join(''));
    const printed = execFileSync(SSHD, ['-T', '-f', config, '-h', path.join(folder, 'key')], { encoding: 'utf8' });
    const names = Array.from(printed.matchAll(/^acceptenv (.*)$/gm), ([, name = '']) => name);
    const found: string[][] = [[]];
    for (const name of names) {
      if (name === 'NEXT') found.push([]);
      else found.at(-1)?.push(name);
    }
    return found.slice(0, -1);
  }

  async function foundByUs(pattern: string): Promise<readonly string[]> {
    const found = await globFiles(`${folder}/tree/${pattern}`, {
      uriOf,
      entries: nodeFileSystem.entries,
      source: async (uri) => {
        const answer = await nodeFileSystem.read(uri, 1);
        const place = { uri, path: pathOf(uri) };
        return typeof answer === 'string'
          ? { kind: 'failure', ...place, reason: answer }
          : { kind: 'file', ...place, text: '', byteOrderMark: false };
      },
    });
    return (found?.uris ?? []).flatMap((uri) => {
      const below = pathOf(uri).slice(`${folder}/tree/`.length);
      const [, place = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(below) ?? [];
      const index = NAMES.indexOf(name);
      return index < 0 ? [] : [`F_${FOLDERS.indexOf(place)}_${index}`];
    });
  }

  it('finds the same files in the same order', { timeout: 120_000 }, async () => {
    const piece = fc.constantFrom(...'ab*?[]!^-\\.910B', '[a-b]', '[!a]', '[[:digit:]]', '\u00e4', '[]a]', '[a');
    const part = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const pattern = fc
      .tuple(fc.constantFrom('', '', 'd?/', '*/', 'd1/', 'd[12]/'), part)
      .map(([place, name]) => place + name)
      .filter((one) => !/^\\?\.|\/\\?\.|\/$/.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(pattern, { minLength: 20, maxLength: 40 }), async (patterns) => {
        const ours = await Promise.all(patterns.map(foundByUs));
        expect(ours.map((names, at) => [patterns[at], names])).toEqual(
          foundBySshd(patterns).map((names, at) => [patterns[at], names]),
        );
      }),
      { numRuns: 15 },
    );
  });
});

/** As a word of sshd_config in double quotes: what argv_split() would take for an escape gets one of its own. */
function quoted(pattern: string): string {
  return pattern.replace(/[\\"]/g, '\\$&');
}
