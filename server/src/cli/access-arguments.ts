// The command line of `sshd-config access`: a file and a target. Runs nothing.
import { type Target, targetNamed } from '../catalog/targets';

export interface AccessCommand {
  readonly kind: 'access';
  readonly file: string;
  readonly format: 'text' | 'json';
  readonly target?: Target;
  /** The folder that stands for `/`. */
  readonly root?: string;
}

/** What `--help` prints of it. */
export const ACCESS_USAGE = 'sshd-config access [--target TARGET] [--root DIR] [--format text|json] FILE';

const OPTIONS: readonly string[] = ['--target', '--root', '--format'];

/** Reads the words behind `access`; a text says what is wrong with them. */
export function accessCommand(words: readonly string[]): AccessCommand | string {
  const read = sorted(words);
  if (typeof read === 'string') return read;
  const { files, options } = read;
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return 'access takes one file';
  const format = options.get('--format') ?? 'text';
  if (format !== 'text' && format !== 'json') return `unknown format ${format}: text or json`;
  const name = options.get('--target') ?? 'auto';
  const target = targetNamed(name);
  if (name !== 'auto' && target === undefined) return `unknown target ${name}: see sshd-config targets`;
  const root = options.get('--root');
  if (root === '') return '--root needs a folder';
  return { kind: 'access', file, format, ...(target ? { target } : {}), ...(root === undefined ? {} : { root }) };
}

/** The words by what they are: files, and options with their values. */
function sorted(
  words: readonly string[],
): { readonly files: readonly string[]; readonly options: ReadonlyMap<string, string> } | string {
  const files: string[] = [];
  const options = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') files.push(...rest.splice(0));
    else if (word === '-' || !word.startsWith('-')) files.push(word);
    else {
      const [name = '', value = rest.shift()] = word.split(/=(.*)/s, 2);
      if (!OPTIONS.includes(name)) return `unknown option ${name}`;
      if (value === undefined) return `${name} needs a value`;
      options.set(name, value);
    }
  }
  return { files, options };
}
