// What may stand behind `sshd-config format`. Formats nothing.
import { type Target, targetNamed } from '../catalog/targets';
import { DEFAULT_FORMAT_SETTINGS, type FormatSettings } from '../model/format-settings';

export interface FormatCommand {
  readonly kind: 'format';
  readonly files: readonly string[];
  /** `print`: the whole text; `check`: the names of files that would change. */
  readonly mode: 'print' | 'check' | 'write';
  /** Absent: found for each file. */
  readonly target?: Target;
  /** Blanks of one step; `tab`: a tab. */
  readonly indent: number | 'tab';
  readonly format: FormatSettings;
}

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  '--separator': ['space', 'align', 'keep'],
  '--keywords': ['canonical', 'keep'],
};

/** The command, or what is wrong with the words. */
export function formatCommand(words: readonly string[]): FormatCommand | string {
  const files: string[] = [];
  const options = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-' || !word.startsWith('-')) files.push(word);
    else if (word === '--') files.push(...rest.splice(0));
    else if (word === '--check' || word === '--write') options.set(word, '');
    else {
      const [name = '', value = rest.shift()] = word.split(/=(.*)/s, 2);
      const problem = optionProblem(name, value);
      if (problem !== undefined) return problem;
      options.set(name, value ?? '');
    }
  }
  if (files.length === 0) return 'no file given';
  if (options.has('--check') && options.has('--write')) return '--check and --write exclude each other';
  if (options.has('--write') && files.includes('-')) return '--write cannot write to standard input';
  return { kind: 'format', files, ...chosen(options) };
}

function optionProblem(name: string, value: string | undefined): string | undefined {
  const known = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (known === undefined && name !== '--target' && name !== '--indent') return `unknown option ${name}`;
  if (value === undefined) return `${name} needs a value`;
  if (known?.includes(value) === false) return `${name} takes ${known.join(', ')}, not ${value}`;
  if (name === '--indent' && !/^(tab|1?\d)$/.test(value))
    return `--indent takes a number below 20 or tab, not ${value}`;
  if (name === '--target' && value !== 'auto' && targetNamed(value) === undefined)
    return `unknown target ${value}: see sshd-config targets`;
  return undefined;
}

function chosen(options: ReadonlyMap<string, string>): Pick<FormatCommand, 'mode' | 'target' | 'indent' | 'format'> {
  const target = targetNamed(options.get('--target') ?? 'auto');
  const indent = options.get('--indent') ?? '4';
  const preset = DEFAULT_FORMAT_SETTINGS;
  return {
    mode: options.has('--check') ? 'check' : options.has('--write') ? 'write' : 'print',
    indent: indent === 'tab' ? indent : Number(indent),
    format: {
      ...preset,
      indentMatch: indent !== '0',
      separator: (options.get('--separator') as FormatSettings['separator'] | undefined) ?? preset.separator,
      keywordCase: (options.get('--keywords') as FormatSettings['keywordCase'] | undefined) ?? preset.keywordCase,
    },
    ...(target === undefined ? {} : { target }),
  };
}
