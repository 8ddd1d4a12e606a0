// The command line in a world of its own: files in memory, output as text.
import { runCli } from '../../server/src/cli/run';
import { memoryFiles } from './memory-files';

/** Runs the words over the files. */
export async function runCommand(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  let out = '';
  let err = '';
  const written: Record<string, Uint8Array> = {};
  const code = await runCli(words, {
    out: async (text) => {
      out += text;
    },
    err: async (text) => {
      err += text;
    },
    readFile: async (name) => {
      const text = files[name];
      if (text === undefined) throw new Error('no such file');
      return new TextEncoder().encode(text);
    },
    writeFile: async (name, content) => {
      if (name === '/read-only') throw new Error('read-only file system');
      written[name] = content;
    },
    isFolder: async (name) => Object.keys(files).some((file) => file.startsWith(`${name}/`)),
    pathBelow: (root, name) => (name.startsWith('/') ? root + name : name),
    uriOf: (name) => `file://${name}`,
    pathOf: (uri) => uri.replace('file://', ''),
    files: memoryFiles(files),
  });
  return { code, out, err, written };
}
