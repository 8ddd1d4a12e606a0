// What may stand behind `sshd-config keepalive`. Works nothing out.
import { natProfile } from '../catalog/nat-timeouts';
import { type Target, targetNamed } from '../catalog/targets';

export interface KeepaliveCommand {
  readonly kind: 'keepalive';
  readonly file: string;
  readonly format: 'text' | 'json';
  /** Absent: found for the file. */
  readonly target?: Target;
  /** Idle timeout of the path in seconds; absent: what a comment in the file says. */
  readonly path?: number;
  /** The folder that stands for `/`. */
  readonly root?: string;
}

const OPTIONS: readonly string[] = ['--target', '--path', '--root', '--format'];

/** The command, or what is wrong with the words. */
export function keepaliveCommand(words: readonly string[]): KeepaliveCommand | string {
  const files: string[] = [];
  const options = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-' || !word.startsWith('-')) files.push(word);
    else if (word === '--') files.push(...rest.splice(0));
    else {
      const [name = '', value = rest.shift()] = word.split(/=(.*)/s, 2);
      if (!OPTIONS.includes(name)) return `unknown option ${name}`;
      if (value === undefined) return `${name} needs a value`;
      options.set(name, value);
    }
  }
  const [file, ...more] = files;
  if (file === undefined) return 'no file given';
  return more.length > 0 ? 'keepalive takes one file' : withOptions(file, options);
}

function withOptions(file: string, options: ReadonlyMap<string, string>): KeepaliveCommand | string {
  const format = options.get('--format') ?? 'text';
  if (format !== 'text' && format !== 'json') return `unknown format ${format}: text or json`;
  const name = options.get('--target') ?? 'auto';
  const target = targetNamed(name);
  if (name !== 'auto' && target === undefined) return `unknown target ${name}: see sshd-config targets`;
  const wanted = options.get('--path');
  const path = wanted === undefined ? undefined : pathSeconds(wanted);
  if (wanted !== undefined && path === undefined)
    return `unknown path ${wanted}: strict, aws, gcp, cgn, lan or a number of seconds`;
  const root = options.get('--root');
  if (root === '') return '--root needs a folder';
  return {
    kind: 'keepalive',
    file,
    format,
    ...(target === undefined ? {} : { target }),
    ...(path === undefined ? {} : { path }),
    ...(root === undefined ? {} : { root }),
  };
}

function pathSeconds(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : natProfile(text)?.seconds;
}
