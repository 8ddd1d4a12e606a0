// The command line as a process: arguments, files, standard streams and the exit status.
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCli } from '../cli/run';
import type { CliWorld } from '../cli/world';
import { nodeFileSystem } from './node-file-system';

// The reader of a pipe may leave early, as `head` does.
process.stdout.on('error', () => process.exit());

const world: CliWorld = {
  out: (text) => write(process.stdout, text),
  err: (text) => write(process.stderr, text),
  readFile: (name) => (name === '-' ? buffer(process.stdin) : readFile(name)),
  writeFile: (name, bytes) => writeFile(name, bytes),
  isFolder: async (name) => {
    try {
      return (await stat(name)).isDirectory();
    } catch {
      // What is not there or not to be looked at is no folder for us.
      return false;
    }
  },
  pathBelow,
  uriOf: (name) => pathToFileURL(name).href.replace(/\/$/, ''),
  pathOf: (uri, like) => {
    const whole = fileURLToPath(uri);
    const near = path.relative('', whole);
    return path.isAbsolute(like) || near.startsWith('..') ? whole : near;
  },
  files: nodeFileSystem,
};

// A slow reader is waited for, so that nothing piles up in memory.
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

// `/etc/ssh/sshd_config` is meant as the tree's own; what names the tree itself, or no root, is meant as it stands.
function pathBelow(root: string, name: string): string {
  if (!path.isAbsolute(name)) return name;
  const top = path.resolve(root);
  const whole = path.resolve(name);
  if (whole === top || whole.startsWith(top.endsWith(path.sep) ? top : top + path.sep)) return name;
  return path.join(top, whole.slice(path.parse(whole).root.length));
}

void runCli(process.argv.slice(2), world).then((code) => {
  process.exitCode = code;
});
