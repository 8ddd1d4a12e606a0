// What an argument kind is: how sshd checks the words behind a keyword, what may be offered there, and what a value means in words.
import type { TextRange } from '../../base/text-range';
import type { DirectiveLine, Word } from '../../syntax/tree';
import type { Target } from '../targets';

/** What an argument kind gets to see. Ranges count from the start of the line. */
export interface ArgumentInput {
  /** Canonical spelling of the keyword, for messages. */
  readonly keyword: string;
  readonly line: DirectiveLine;
  readonly words: readonly Word[];
  readonly target: Target;
  /** Whether sshd acts on the line when it reads the file: in the global section, `Match all`, or a Match version that fits. */
  readonly active: boolean;
}

/** The rules that argument problems are reported under. */
export type ArgumentRule =
  | 'missing-argument'
  | 'bad-argument'
  | 'extra-argument'
  | 'empty-argument'
  | 'unknown-algorithm'
  | 'emptied-algorithm-list'
  | 'bad-match-criteria';

/** What sshd's own text of a refusal depends on, beside keyword and word: see sshd-templates.ts. */
export interface RefusalCase {
  /** Tells apart the refusals of one kind that sshd has different words for. */
  readonly case?: string;
  /** The part of the word that sshd names. */
  readonly element?: string;
}

/** One reason why sshd refuses the line. */
export interface ArgumentProblem {
  readonly rule: ArgumentRule;
  readonly range: TextRange;
  /** What is wrong, what sshd does, what to write instead. */
  readonly message: string;
  /** sshd names the line and goes on reading; at the end it refuses all the same. */
  readonly soft?: boolean;
  /** sshd finds it only after the whole file is read, and names no line. */
  readonly afterReading?: boolean;
  /** The words to write instead, best first. */
  readonly instead?: readonly string[];
  /** Absent: the usual words of the kind. */
  readonly sshd?: RefusalCase;
}

/** The verdict of an argument kind: the problems, and how many words it took. What is left over is "extra". */
export interface Checked {
  readonly problems: readonly ArgumentProblem[];
  readonly consumed: number;
}

/** Something that completion may offer at an argument. */
export interface Choice {
  readonly label: string;
  readonly detail?: string;
  /** Sorts behind the others and is struck through. */
  readonly deprecated?: boolean;
  /** The word that `sshd -T` prints for it, where that is another one. */
  readonly printed?: string;
}

/** What stands there already where something is to be offered. */
export interface Written {
  /** The values of the words in front. */
  readonly before: readonly string[];
  /** The word up to the cursor. */
  readonly typed: string;
}

/** How completion cuts the argument: the whole of one word, elements of a comma list inside a word, or one word after another. */
export type Shape = 'word' | 'comma-list' | 'words' | 'rest-of-line';

/** A word that names something in the file system. */
export interface PathUse {
  /** `pattern`: files, by wildcards too, and what is not absolute lies in the folder of sshd's configuration. */
  readonly wants: 'file' | 'folder' | 'program' | 'pattern';
  /** The names such files usually have in the folder of sshd's configuration. */
  readonly likely?: RegExp;
}

/** A line that sets the directive, as sshd reads it. */
export interface SettingInput extends ArgumentInput {
  /** sshd reads it the second time, for a connection. */
  readonly again: boolean;
}

/** The lines that set one directive, in sshd's order. */
export interface SettingLines<L extends SettingInput> {
  readonly target: Target;
  /** Those that act when sshd reads its files. */
  readonly global: readonly L[];
  /** Those that act for the connection, where sshd reads the files again for one. */
  readonly blocks: readonly L[];
  /** Whether it does. */
  readonly again: boolean;
  /** What the directive's entry has for a default. */
  readonly preset?: string;
}

/** What holds of several lines. */
export interface Settled<L extends SettingInput> {
  /** As `sshd -T` prints it, one for each line it prints. */
  readonly values: readonly string[];
  /** The lines that decide; none: the default holds. */
  readonly by: readonly L[];
}

/** An argument kind, with its parameters bound (e.g. the words of a multistate). Pure: no state, no IO. */
export interface ArgumentKind {
  readonly name: string;
  /** The argument's syntax for people, e.g. `yes | no`, `START:RATE:FULL`. */
  readonly syntax: string;
  /** The same as one target takes it, where older ones take less. */
  readonly syntaxAt?: (target: Target) => string;
  readonly shape: Shape;
  readonly check: (input: ArgumentInput) => Checked;
  /** Fixed words, algorithm names, typical values. */
  readonly choices?: (target: Target, written?: Written) => readonly Choice[];
  /** The value of one word (or list element) in words, e.g. `1 h 30 min` for a time; absent when there is nothing to add. */
  readonly describe?: (value: string, target: Target) => string | undefined;
  /** What `sshd -T` prints for a line that decides, one for each line it prints; absent: the first word. Undefined: the line sets nothing. */
  readonly printed?: (input: SettingInput) => readonly string[] | undefined;
  /** How lines come together where it is neither the first, the last nor all of them. */
  readonly settle?: <L extends SettingInput>(lines: SettingLines<L>) => Settled<L>;
  /** The percent tokens that are expanded here, without `%`, e.g. `['u', 'h']`. */
  readonly tokens?: (target: Target) => readonly string[];
  /** What the word at an index names in the file system; absent, or undefined: nothing. */
  readonly pathAt?: (index: number) => PathUse | undefined;
}

/** The syntax as the target takes it. */
export function syntaxAt({ syntax, syntaxAt: at }: ArgumentKind, target: Target): string {
  return at?.(target) ?? syntax;
}
