// The command line of `sshd-config effective`: a file, a target and a connection. Runs nothing.
import { type Target, targetNamed } from '../catalog/targets';
import type { ConnectionSpec } from '../model/connection';

export interface EffectiveCommand {
  readonly kind: 'effective';
  readonly file: string;
  /** `sshd`: the lines of `sshd -T`. */
  readonly format: 'sshd' | 'json';
  readonly target?: Target;
  /** The folder that stands for `/`. */
  readonly root?: string;
  /** Absent: plain `sshd -T`. */
  readonly connection?: ConnectionSpec;
}

/** What `--help` prints of it. */
export const EFFECTIVE_USAGE = `sshd-config effective [--target TARGET] [--root DIR] [--format sshd|json]
                             [--user USER] [--groups NAME,...] [--host NAME] [--addr ADDRESS]
                             [--laddr ADDRESS] [--lport PORT] [--rdomain NAME] [--invalid-user] FILE`;

const OPTIONS = [
  '--target',
  '--root',
  '--format',
  '--user',
  '--groups',
  '--host',
  '--addr',
  '--laddr',
  '--lport',
  '--rdomain',
] as const;
type Option = (typeof OPTIONS)[number];

/** Reads the words behind `effective`; a text says what is wrong with them. */
export function effectiveCommand(words: readonly string[]): EffectiveCommand | string {
  const files: string[] = [];
  const options = new Map<Option, string>();
  let invalidUser = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') files.push(...rest.splice(0));
    else if (word === '-' || !word.startsWith('-')) files.push(word);
    else if (word === '--invalid-user') invalidUser = true;
    else {
      const [name = '', value = rest.shift()] = word.split(/=(.*)/s, 2);
      const option = OPTIONS.find((one) => one === name);
      if (option === undefined) return `unknown option ${name}`;
      if (value === undefined) return `${name} needs a value`;
      options.set(option, value);
    }
  }
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) return 'effective takes one file';
  return withOptions(file, options, invalidUser);
}

function withOptions(
  file: string,
  options: ReadonlyMap<Option, string>,
  invalidUser: boolean,
): EffectiveCommand | string {
  const format = options.get('--format') ?? 'sshd';
  if (format !== 'sshd' && format !== 'json') return `unknown format ${format}: sshd or json`;
  const name = options.get('--target') ?? 'auto';
  const target = targetNamed(name);
  if (name !== 'auto' && target === undefined) return `unknown target ${name}: see sshd-config targets`;
  const root = options.get('--root');
  if (root === '') return '--root needs a folder';
  const connection = connectionOf(options, invalidUser);
  if (typeof connection === 'string') return connection;
  return {
    kind: 'effective',
    file,
    format,
    ...(target === undefined ? {} : { target }),
    ...(root === undefined ? {} : { root }),
    ...(connection === undefined ? {} : { connection }),
  };
}

function connectionOf(options: ReadonlyMap<Option, string>, invalidUser: boolean): ConnectionSpec | string | undefined {
  const port = options.get('--lport');
  const localPort = port === undefined ? undefined : Number(port);
  if (port !== undefined && (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535))
    return `--lport takes a port from 1 to 65535, not ${port}`;
  const groups = options.get('--groups');
  const told = {
    user: options.get('--user'),
    groups: groups === undefined ? undefined : groups.split(',').filter((group) => group !== ''),
    host: options.get('--host'),
    address: options.get('--addr'),
    localAddress: options.get('--laddr'),
    localPort,
    rdomain: options.get('--rdomain'),
    invalidUser: invalidUser || undefined,
  };
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
