// The command line of `sshd-config`: words in, a command or a complaint out. Runs nothing.
import { type Target, targetNamed } from '../catalog/targets';

/** How findings are printed. */
export type Format = 'text' | 'json';

export interface CheckCommand {
  readonly kind: 'check';
  readonly files: readonly string[];
  readonly format: Format;
  /** Absent: found for each file. */
  readonly target?: Target;
  /** The folder that stands for `/`: another system's tree, as an image or a backup. Absent: this system. */
  readonly root?: string;
}

export type Command =
  | CheckCommand
  | { readonly kind: 'help' | 'version' | 'targets' }
  | { readonly kind: 'misuse'; readonly message: string };

/** What `--help` prints. */
export const USAGE = `Usage: sshd-config check [--target TARGET] [--root DIR] [--format text|json] FILE...
       sshd-config targets
       sshd-config --help | --version

check    reads sshd_config files and says what the target's sshd would say of them, and more.
         A FILE of - is standard input. Without --target, a comment in the file decides
         (# sshd-config: target=debian-12), then the os-release of the system the file lies on,
         then the newest OpenSSH. With --root, the files belong to the system whose tree is DIR:
         its os-release decides, and /etc/ssh/sshd_config is read below DIR.
targets  lists what --target takes.

Exit status: 0 no errors, 1 errors found, 2 wrong usage or a file that cannot be read.
`;

/** Reads the words behind the program's name. */
export function commandOf(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined) return misuse('no command given');
  if (words.includes('--help') || first === '-h' || first === 'help') return { kind: 'help' };
  if (first === '--version') return { kind: 'version' };
  if (first === 'targets') return rest.length === 0 ? { kind: 'targets' } : misuse('targets takes no arguments');
  return first === 'check' ? checkCommand(rest) : misuse(`unknown command ${first}`);
}

const OPTIONS: readonly string[] = ['--target', '--format', '--root'];

function checkCommand(words: readonly string[]): Command {
  const files: string[] = [];
  const options = new Map<string, string>();
  let onlyFiles = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (onlyFiles || word === '-' || !word.startsWith('-')) files.push(word);
    else if (word === '--') onlyFiles = true;
    else {
      const [name = '', value = rest.shift()] = word.split(/=(.*)/s, 2);
      if (!OPTIONS.includes(name)) return misuse(`unknown option ${name}`);
      if (value === undefined) return misuse(`${name} needs a value`);
      options.set(name, value);
    }
  }
  return files.length === 0 ? misuse('no file given') : withOptions(files, options);
}

function withOptions(files: readonly string[], options: ReadonlyMap<string, string>): Command {
  const format = options.get('--format') ?? 'text';
  if (format !== 'text' && format !== 'json') return misuse(`unknown format ${format}: text or json`);
  const name = options.get('--target') ?? 'auto';
  const target = targetNamed(name);
  if (name !== 'auto' && target === undefined) return misuse(`unknown target ${name}: see sshd-config targets`);
  const root = options.get('--root');
  if (root === '') return misuse('--root needs a folder');
  return {
    kind: 'check',
    files,
    format,
    ...(target === undefined ? {} : { target }),
    ...(root === undefined ? {} : { root }),
  };
}

function misuse(message: string): Command {
  return { kind: 'misuse', message };
}
