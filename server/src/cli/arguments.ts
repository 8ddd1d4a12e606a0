// The command line of `sshd-config`: words in, a command or a complaint out. Runs nothing.
import { ownValue } from '../base/own-value';
import { POLICIES, policyNamed } from '../catalog/policies';
import { type Target, targetNamed } from '../catalog/targets';
import { DEFAULT_RULE_SETTINGS, type RuleSettings, type Severity, severityNamed } from '../model/rule-settings';
import { severityProblem } from '../rules/severity-problem';
import { ACCESS_USAGE, type AccessCommand, accessCommand } from './access-arguments';
import { EFFECTIVE_USAGE, type EffectiveCommand, effectiveCommand } from './effective-arguments';
import { type FormatCommand, formatCommand } from './format-arguments';
import { type KeepaliveCommand, keepaliveCommand } from './keepalive-arguments';

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
  readonly rules: RuleSettings;
  /** Whether safe fixes are written to the files. */
  readonly fix: boolean;
}

export type Command =
  | CheckCommand
  | FormatCommand
  | EffectiveCommand
  | KeepaliveCommand
  | AccessCommand
  | { readonly kind: 'help' | 'version' | 'targets' }
  | { readonly kind: 'misuse'; readonly message: string };

/** What `--help` prints. */
export const USAGE = `Usage: sshd-config check [--target TARGET] [--root DIR] [--format text|json] [--fix]
                         [--policy POLICY] [--rule ID=SEVERITY] [--keyword WORD]
                         [--upgrade-to TARGET] FILE...
       sshd-config format [--check | --write] [--target TARGET] [--indent N|tab]
                          [--separator space|align|keep] [--keywords canonical|keep] FILE...
       ${EFFECTIVE_USAGE}
       sshd-config keepalive [--target TARGET] [--path PROFILE|SECONDS] [--root DIR]
                             [--format text|json] FILE
       ${ACCESS_USAGE}
       sshd-config targets
       sshd-config --help | --version

check    reads sshd_config files and says what the target's sshd would say of them, and more.
         Includes are followed, and the files they read are checked too; a drop-in is judged in the
         configuration of its main file. A FILE of - is standard input. Without --target, a comment in the file decides
         (# sshd-config: target=debian-12), then the os-release of the system the file lies on,
         then the newest OpenSSH. With --root, the files belong to the system whose tree is DIR:
         its os-release decides, and /etc/ssh/sshd_config is read below DIR.
         --policy says which advice is given: 
         ${Object.keys(POLICIES).join(', ')}.
         --rule gives a rule another severity (error, warning, information, hint) or
         switches it off (off); what sshd refuses stays an error. --keyword names a keyword
         that your sshd knows. Both may be given several times. --upgrade-to tells what the
         sshd you are about to move to refuses, drops or reads differently.
         --fix writes the fixes that change nothing but what they say; what is left is printed.
effective
         prints what sshd -T prints of FILE as the main file, and with a connection what
         sshd -T -C prints: the values that hold, Include and Match worked out. A user's groups
         are not looked up; without --groups none is known. --format json says which line
         decides each value, and which lines it beats. What sshd refuses goes to standard error.
format   prints files laid out anew; nothing changes for sshd, and comments stay. --write writes
         them, --check only says which would change.
keepalive says when the sshd probes idle clients and cuts dead ones off, for each Match block,
         whether that keeps the path's NAT from forgetting them, and what to write instead.
         --path is strict, aws, gcp, cgn, lan or an idle timeout in seconds.
access   says who can log in, and how: for the users, groups and places that the files tell apart,
         what they must prove, or why they are shut out. FILE is the main file; accounts, keys and
         PAM rules are taken to be in order.
targets  lists what --target takes.

Exit status: 0 no errors, 1 errors found (left, with --fix), refused by sshd or, with format
--check, files to format, with access nobody who can log in, 2 wrong usage or a file that cannot be read.
`;

const OTHERS: Readonly<Record<string, (words: readonly string[]) => Command | string>> = {
  access: accessCommand,
  effective: effectiveCommand,
  format: formatCommand,
  keepalive: keepaliveCommand,
};

/** Reads the words behind the program's name. */
export function commandOf(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined) return misuse('no command given');
  if (words.includes('--help') || first === '-h' || first === 'help') return { kind: 'help' };
  if (first === '--version') return { kind: 'version' };
  if (first === 'targets') return rest.length === 0 ? { kind: 'targets' } : misuse('targets takes no arguments');
  const other = ownValue(OTHERS, first);
  if (other !== undefined) {
    const command = other(rest);
    return typeof command === 'string' ? misuse(command) : command;
  }
  return first === 'check' ? checkCommand(rest) : misuse(`unknown command ${first}`);
}

const ONCE: readonly string[] = ['--target', '--format', '--root', '--policy', '--upgrade-to'];
const OFTEN: readonly string[] = ['--rule', '--keyword'];

/** What stands on the command line, sorted. */
interface Sorted {
  readonly files: readonly string[];
  readonly fix: boolean;
  /** The last value of an option. */
  readonly option: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
}

function checkCommand(words: readonly string[]): Command {
  const files: string[] = [];
  const options: (readonly [name: string, value: string])[] = [];
  let fix = false;
  let onlyFiles = false;
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (onlyFiles || word === '-' || !word.startsWith('-')) files.push(word);
    else if (word === '--') onlyFiles = true;
    else if (word === '--fix') fix = true;
    else {
      const [name = '', value = rest.shift()] = word.split(/=(.*)/s, 2);
      if (!ONCE.includes(name) && !OFTEN.includes(name)) return misuse(`unknown option ${name}`);
      if (value === undefined) return misuse(`${name} needs a value`);
      options.push([name, value]);
    }
  }
  if (files.length === 0) return misuse('no file given');
  if (fix && files.includes('-')) return misuse('--fix cannot write to standard input');
  const all = (name: string) => options.filter(([one]) => one === name).map(([, value]) => value);
  return withOptions({ files, fix, all, option: (name) => all(name).at(-1) });
}

function withOptions({ files, fix, option, all }: Sorted): Command {
  const format = option('--format') ?? 'text';
  if (format !== 'text' && format !== 'json') return misuse(`unknown format ${format}: text or json`);
  const name = option('--target') ?? 'auto';
  const target = targetNamed(name);
  if (name !== 'auto' && target === undefined) return misuse(unknownTarget(name));
  const root = option('--root');
  if (root === '') return misuse('--root needs a folder');
  const rules = ruleSettings({ option, all });
  if ('kind' in rules) return rules;
  return {
    kind: 'check',
    files,
    format,
    fix,
    rules,
    ...(target === undefined ? {} : { target }),
    ...(root === undefined ? {} : { root }),
  };
}

function ruleSettings({ option, all }: Pick<Sorted, 'option' | 'all'>): RuleSettings | Command {
  const word = option('--policy') ?? DEFAULT_RULE_SETTINGS.policy;
  const policy = policyNamed(word);
  if (policy === undefined) return misuse(`unknown policy ${word}: ${Object.keys(POLICIES).join(', ')}`);
  const next = option('--upgrade-to');
  const upgradeTo = next === undefined ? undefined : targetNamed(next);
  if (next !== undefined && upgradeTo === undefined) return misuse(unknownTarget(next));
  const severities: Record<string, Severity | 'off'> = {};
  for (const choice of all('--rule')) {
    const [id = '', severity = ''] = choice.split(/=(.*)/s, 2);
    const known = severityNamed(severity);
    const problem = severityProblem(id, severity);
    if (problem !== undefined || known === undefined) return misuse(`--rule ${choice}: ${problem}`);
    severities[id] = known;
  }
  const keywords = all('--keyword').map((keyword) => keyword.toLowerCase());
  return { policy, severities, keywords, ...(upgradeTo === undefined ? {} : { upgradeTo }) };
}

function unknownTarget(name: string): string {
  return `unknown target ${name}: see sshd-config targets`;
}

function misuse(message: string): Command {
  return { kind: 'misuse', message };
}
