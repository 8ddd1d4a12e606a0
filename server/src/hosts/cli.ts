// The command line as a process: arguments, files, standard streams and the exit status.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { type CliWorld, runCli } from '../cli/run';
import { nodeFileSystem } from './node-file-system';

// The reader of a pipe may leave early, as `head` does.
process.stdout.on('error', () => process.exit());

const world: CliWorld = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readFile: (name) => (name === '-' ? buffer(process.stdin) : readFile(name)),
  uriOf: (name) => pathToFileURL(name).href,
  files: nodeFileSystem,
};

void runCli(process.argv.slice(2), world).then((code) => {
  process.exitCode = code;
});
