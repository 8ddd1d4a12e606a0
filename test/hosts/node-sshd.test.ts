// Programs of this machine: a fake sshd written by the test, and the real one where it is installed.
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../server/src/hosts/node-file-system';
import { nodeSshd } from '../../server/src/hosts/node-sshd';
import { withScratchFolder, writeScratch } from '../../server/src/hosts/scratch-folder';
import { sshdMessages } from '../../server/src/workspace/sshd-messages';
import { MAIN_FILE, sshdVersion } from '../../server/src/workspace/sshd-program';

const WINDOWS = process.platform === 'win32';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sshd $(touch x);'&-"));
});

afterAll(() => rm(folder, { recursive: true }));

const main = (text: string) => () => [{ path: MAIN_FILE, bytes: new TextEncoder().encode(text) }];

/** A Node script as a program; it sees `args`. */
async function fake(script: string, name = 'sshd'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!${process.execPath}\nconst args = process.argv.slice(2);\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

describe.skipIf(WINDOWS)('a program (skipped on Windows, which runs no scripts by their first line)', () => {
  it('gets arguments, a folder and an environment of its own, and no shell', async () => {
    const script =
      'console.log(JSON.stringify({ args, cwd: process.cwd(), env: process.env, files: require("fs").readdirSync(".") }))';
    const program = await fake(script, 'sshd;echo $PATH `id` "x"');
    process.env.SSHD_TEST_SECRET = 'x';
    const { code, output, folder: scratch } = await nodeSshd().test(program, main('Port 22\n'));
    delete process.env.SSHD_TEST_SECRET;
    const seen = JSON.parse(output);
    expect(code).toBe(0);
    expect(seen.args.slice(0, 3)).toEqual(['-t', '-f', 'sshd_config']);
    expect(seen.cwd).toBe(scratch);
    expect(seen.files).toContain('sshd_config');
    expect(Object.keys(seen.env).filter((name) => !name.startsWith('__'))).toEqual(['PATH', 'LANG', 'LC_ALL']);
  });

  it('that hangs is ended, also when its own child holds the pipes', async () => {
    const program = await fake(
      'require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 4000)"], { stdio: "inherit" });\nsetInterval(() => {}, 1000);',
      'hanging',
    );
    const started = Date.now();
    const run = await nodeSshd(700).test(program, main(''));
    expect(run).toMatchObject({ timedOut: true });
    expect(run.code).toBeUndefined();
    expect(run.signal).toBeUndefined();
    expect(Date.now() - started).toBeLessThan(3500);
    expect(existsSync(run.folder)).toBe(false);
  });

  it('that dies by a signal says which', async () => {
    const program = await fake('process.kill(process.pid, "SIGSEGV")', 'crashing');
    expect(await nodeSshd().test(program, main(''))).toMatchObject({ signal: 'SIGSEGV', timedOut: false });
  });

  it('may say much without filling the memory', async () => {
    const program = await fake('process.stdout.write("x".repeat(5e6))', 'chatty');
    expect((await nodeSshd().test(program, main(''))).output).toHaveLength(256 * 1024);
  });

  it('is found by an absolute path only, and only where it can be started', async () => {
    const program = await fake('', 'found');
    await writeFile(path.join(folder, 'plain'), '');
    const { find } = nodeSshd();
    expect(await find(program)).toBe(program);
    expect(await find('found')).toBeUndefined();
    expect(await find(path.relative(process.cwd(), program))).toBeUndefined();
    expect(await find(path.join(folder, 'plain'))).toBeUndefined();
    expect(await find(folder)).toBeUndefined();
  });

  it('that cannot be started says so', async () => {
    const program = path.join(folder, 'no-interpreter');
    await writeFile(program, '#!/nonexistent/interpreter\n', { mode: 0o755 });
    const run = await nodeSshd().test(program, main(''));
    expect(run.code).toBeUndefined();
    expect(run.output).toContain('ENOENT');
  });
});

describe('the scratch folder', () => {
  it('is private and goes away, also after a failure', async () => {
    let place = '';
    const work = withScratchFolder(async (scratch) => {
      place = scratch;
      await writeScratch(scratch, [{ path: 'a/b/c', bytes: new Uint8Array([1]) }]);
      const modes = await Promise.all(
        [scratch, path.join(scratch, 'a/b'), path.join(scratch, 'a/b/c')].map((one) => stat(one)),
      );
      if (!WINDOWS) expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o700, 0o600]);
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    expect(existsSync(place)).toBe(false);
  });

  it.each(['../x', '/etc/x', 'a/../../x', ''])('takes no file at %j', async (name) => {
    const work = withScratchFolder((scratch) => writeScratch(scratch, [{ path: name, bytes: new Uint8Array() }]));
    await expect(work).rejects.toThrow('outside');
  });

  it('takes names that a shell would not', async () => {
    const name = `root/$(touch x);'"&|\`* ä.conf`;
    await withScratchFolder(async (scratch) => {
      await writeScratch(scratch, [{ path: name, bytes: new Uint8Array() }]);
      expect(await readdir(path.join(scratch, 'root'))).toEqual([name.slice(5)]);
    });
  });
});

describe('the file system', () => {
  const uriOf = (...names: string[]) => pathToFileURL(path.join(folder, 'tree', ...names)).href;

  it('lists what a folder holds', async () => {
    await mkdir(path.join(folder, 'tree', 'sub'), { recursive: true });
    await writeFile(path.join(folder, 'tree', 'a b.conf'), 'Port 22');
    await symlink('nowhere', path.join(folder, 'tree', 'link'));
    const listed = await nodeFileSystem.entries(uriOf());
    expect(typeof listed === 'string' ? listed : listed.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'a b.conf', kind: 'file' },
      { name: 'link', kind: 'link' },
      { name: 'sub', kind: 'folder' },
    ]);
    expect(await nodeFileSystem.entries(uriOf('none'))).toBe('missing');
    expect(await nodeFileSystem.entries(uriOf('link'))).toBe('dangling-link');
    expect(await nodeFileSystem.entries('untitled:x')).toBe('missing');
  });

  it('tells why there are no bytes', async () => {
    const read = (uri: string) => nodeFileSystem.read(uri, 4);
    expect(new TextDecoder().decode((await read(uriOf('a b.conf'))) as Uint8Array)).toBe('Port');
    expect(await read(uriOf('none'))).toBe('missing');
    expect(await read(uriOf('a b.conf', 'x'))).toBe('missing');
    expect(await read(uriOf('link'))).toBe('dangling-link');
    expect(await read(uriOf('sub'))).toBe('folder');
    expect(await read('untitled:x')).toBe('missing');
    if (process.platform !== 'win32') expect(await read('file:///dev/null')).toBe('unreadable');
  });
});

const REAL = '/usr/sbin/sshd';

describe.skipIf(!existsSync(REAL))(`the real sshd (skipped where there is no ${REAL})`, () => {
  const program = nodeSshd();

  it('tells its version', async () => {
    expect(await program.find('')).toBe(REAL);
    expect(sshdVersion(await program.banner(REAL))).toMatch(/^\d+\.\d+p\d+$/);
  });

  it('says what is wrong in the file and in one it includes', async () => {
    const run = await program.test(REAL, (scratch) => [
      {
        path: MAIN_FILE,
        bytes: new TextEncoder().encode(`Port 22\nNoSuchKeyword yes\nInclude "${scratch}/root/etc/a.conf"\n`),
      },
      { path: 'root/etc/a.conf', bytes: new TextEncoder().encode('\n\nPort none\n') },
    ]);
    const { messages } = sshdMessages(run.output, run.code === 0);
    expect(run.code).toBeGreaterThan(0);
    expect(messages).toMatchObject([
      { file: MAIN_FILE, line: 2, warning: false },
      { file: `${run.folder}/root/etc/a.conf`, line: 3, warning: false },
    ]);
    expect(messages[0]?.text).toContain('NoSuchKeyword');
    expect(existsSync(run.folder)).toBe(false);
  });

  it('is not stopped by host keys it may not read', async () => {
    const run = await program.test(REAL, main('HostKey /nonexistent/key\nPort 22\n'));
    const { messages, machine } = sshdMessages(run.output, run.code === 0);
    expect(messages).toEqual([]);
    expect(machine.map(({ kind }) => kind)).toContain('host-key');
    expect(run.output).not.toContain('no hostkeys available');
  });
});
