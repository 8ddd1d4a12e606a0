// Subsystem: a name and the command that serves it.
import { SFTP_SERVERS } from '../sftp-server';
import type { Target } from '../targets';
import { isSince, type Release } from '../versions';
import type { ArgumentKind, Choice, SettingInput, SettingLines, Settled, Written } from './argument-kind';
import { fine, given, missing, modern, since, untilEmpty } from './checked';

export const subsystem: ArgumentKind = {
  name: 'subsystem',
  syntax: 'NAME COMMAND [ARGUMENT ...]',
  shape: 'words',
  choices: subsystemChoices,
  pathAt: (index) => (index === 0 ? undefined : { wants: index === 1 ? 'program' : 'file' }),
  settle: settledSubsystems,
  check(input) {
    const [name, command] = input.words;
    if (given(name) === undefined) return missing(input, 'a name and a command', name);
    // In a block that is not active, sshd before 10.3 looks no further than one word.
    if (!input.active && !since(input, '10.3p1'))
      return since(input, '8.7p1') ? fine(Number.POSITIVE_INFINITY) : fine(2);
    if (given(command) === undefined) {
      return missing(input, `a command behind the name \`${name?.value}\``, command, { case: 'command' });
    }
    // Up to 8.6 an empty word ends the command, and nothing may stand behind it.
    return fine(modern(input) ? Number.POSITIVE_INFINITY : untilEmpty(input.words).length + 1);
  },
};

function subsystemChoices({ vendor }: Target, { before }: Written = { before: [], typed: '' }): readonly Choice[] {
  if (before.length === 0)
    return [{ label: 'sftp internal-sftp', detail: 'file transfer inside sshd' }, { label: 'sftp' }];
  if (before.length > 1) return [];
  const program = SFTP_SERVERS[vendor ?? '']?.[0];
  return [{ label: 'internal-sftp' }, ...(program === undefined ? [] : [{ label: program, detail: 'the program' }])];
}

// The first of a name counts in each reading; what a block defines then takes the place of a global one, or goes behind them.
function settledSubsystems<L extends SettingInput>({ global, blocks, target }: SettingLines<L>): Settled<L> {
  const held = firstByName(global);
  for (const [name, line] of firstByName(blocks)) held.set(name, line);
  return { values: [...held.values()].map((line) => printedSubsystem(line, target.release)), by: [...held.values()] };
}

function firstByName<L extends SettingInput>(lines: readonly L[]): Map<string, L> {
  const held = new Map<string, L>();
  for (const line of lines) {
    const name = line.words[0]?.value ?? '';
    if (!held.has(name)) held.set(name, line);
  }
  return held;
}

// Since 9.5 argv_assemble() quotes what would not be read as one word; before, the words are joined as they are, up to 8.6 to an empty one.
function printedSubsystem(line: SettingInput, release: Release): string {
  const words = (modern(line) ? line.words : untilEmpty(line.words)).map(({ value }) => value);
  if (!isSince(release, '9.5p1')) return words.join(' ');
  const [name = '', command = '', ...more] = words;
  // A single empty argument leaves nothing to join on.
  return [name, assembled(command), ...(more.join('') === '' && more.length < 2 ? [] : more.map(assembled))].join(' ');
}

function assembled(word: string): string {
  const escaped = word.replace(/[\\'"]/g, '\\$&');
  return /[ \t]/.test(word) ? `"${escaped}"` : escaped;
}
