// File names: anything that is not empty. Whether the file is there sshd finds out later, and so do we not ask.

import { tokensOf } from '../percent-tokens';
import type { Target } from '../targets';
import type { Release } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked, Choice, PathUse, SettingInput } from './argument-kind';
import {
  cleared,
  emptyArgument,
  fine,
  firstWord,
  missing,
  modern,
  mustBeAlone,
  refused,
  since,
  untilEmpty,
} from './checked';

/** What sshd makes of a file name: `file`: absolute, and `~` expanded; `home`: only `~` expanded; `text`: as it stands. */
type Expansion = 'file' | 'home' | 'text';

interface PathOptions {
  /** Absent: `file`. */
  readonly expansion?: Expansion;
  /** Words, in any case, that are taken as they are written. */
  readonly verbatim?: readonly string[];
  /** Words with a meaning of their own, beside file names. */
  readonly words?: readonly string[];
  /** The directive whose percent tokens are expanded here. */
  readonly tokensOf?: string;
  /** Absent: a file. */
  readonly wants?: PathUse['wants'];
  /** The names such files usually have in the folder of sshd's configuration. */
  readonly likely?: RegExp;
  /** What many write. */
  readonly usual?: readonly Choice[];
}

function pathUse({ wants = 'file', likely }: PathOptions): PathUse {
  return { wants, ...(likely === undefined ? {} : { likely }) };
}

function tokens(keyword: string | undefined): Pick<ArgumentKind, 'tokens'> {
  return keyword === undefined ? {} : { tokens: (target: Target) => tokensOf(keyword, target) };
}

/** One file name. */
export function path(options: PathOptions = {}): ArgumentKind {
  const words = options.words ?? ['none'];
  return {
    name: 'path',
    syntax: ['PATH', ...words].join(' | '),
    shape: 'word',
    choices: () => [...(options.usual ?? []), ...words.map((label) => ({ label }))],
    pathAt: (index) => (index === 0 ? pathUse(options) : undefined),
    printed: (input) => printedPath(input.words[0]?.value ?? '', input, options),
    check: (input) => (firstWord(input) === undefined ? missing(input, 'a file name', input.words[0]) : fine(1)),
    ...tokens(options.tokensOf),
  };
}

// Where sshd is started, and as whom: the service manager's root directory, and root.
const WORKING_DIRECTORY = '/';
const HOME = '/root';

// tilde_expand_filename() and derelativise_path().
function expanded(text: string, expansion: Expansion): string {
  if (expansion === 'text') return text;
  const path = text === '~' || text.startsWith('~/') ? `${HOME}${text.slice(1)}` : text;
  return expansion === 'home' || path.startsWith('/') ? path : `${WORKING_DIRECTORY}/${path}`;
}

function printedPath(text: string, input: SettingInput, options: PathOptions): readonly string[] {
  const { expansion = 'file', verbatim = [] } = options;
  if (verbatim.includes(text.toLowerCase())) return [text];
  if (text.toLowerCase() !== 'none' || !since(input, '6.8p1')) return [expanded(text, expansion)];
  // A block's `none` is copied as it is; only some settings are cleared there too.
  if (input.again && expansion === 'home') return [text];
  return input.again && expansion === 'file' ? ['none'] : cleared(input);
}

function printedPaths(input: SettingInput, options: PathListOptions): readonly string[] | undefined {
  const { words } = input;
  const single = options.listSince !== undefined && !since(input, options.listSince);
  if (single) return printedPath(words[0]?.value ?? '', input, options);
  const given = modern(input) ? words : untilEmpty(words);
  if (given.length === 0) return undefined;
  // From the same release on a lone `none` leaves an empty list, which is not printed; a block's is copied as it is.
  const isNone = given.length === 1 && given[0]?.value.toLowerCase() === 'none';
  if (isNone && !input.again && options.noneAloneSince !== undefined && since(input, options.noneAloneSince)) return [];
  const expansion = options.listExpansion ?? options.expansion ?? 'file';
  return [given.map(({ value }) => expanded(value, expansion)).join(' ')];
}

interface PathListOptions extends PathOptions {
  /** From this release on several names may be given; before only one. */
  readonly listSince?: Release;
  /** What sshd makes of the names of such a list; absent: the same as of one. */
  readonly listExpansion?: Expansion;
  /** From this release on `none` must be alone. */
  readonly noneAloneSince?: Release;
}

/** One or more file names. */
export function pathList(options: PathListOptions = {}): ArgumentKind {
  return {
    name: 'path-list',
    syntax: 'PATH ... | none',
    shape: 'words',
    choices: () => [...(options.usual ?? []), { label: 'none' }],
    pathAt: () => pathUse(options),
    printed: (input) => printedPaths(input, options),
    check: (input) => checkPaths(input, options),
    ...tokens(options.tokensOf),
  };
}

function checkPaths(input: ArgumentInput, options: PathListOptions): Checked {
  const { words } = input;
  if (options.listSince !== undefined && !since(input, options.listSince)) {
    return firstWord(input) === undefined ? missing(input, 'a file name', words[0]) : fine(1);
  }
  // Up to 8.6 nobody looks at what stands behind an empty word.
  if (!modern(input)) return fine(Number.POSITIVE_INFINITY);
  const empty = words.find((word) => word.value === '');
  if (empty !== undefined) return refused(emptyArgument(input, empty));
  if (words.length === 0) return since(input, '9.7p1') ? missing(input, 'a file name') : fine(0);
  const none =
    options.noneAloneSince !== undefined && since(input, options.noneAloneSince)
      ? words.find((word) => word.value.toLowerCase() === 'none')
      : undefined;
  return none !== undefined && words.length > 1 ? refused(mustBeAlone(input, none)) : fine(words.length);
}
