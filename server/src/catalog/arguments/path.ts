// File names: anything that is not empty. Whether the file is there sshd finds out later, and so do we not ask.

import { tokensOf } from '../percent-tokens';
import type { Target } from '../targets';
import type { Release } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked } from './argument-kind';
import { emptyArgument, fine, firstWord, missing, modern, mustBeAlone, refused, since, untilEmpty } from './checked';

interface PathOptions {
  /** Words with a meaning of their own, beside file names. */
  readonly words?: readonly string[];
  /** The directive whose percent tokens are expanded here. */
  readonly tokensOf?: string;
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
    choices: () => words.map((label) => ({ label })),
    check: (input) => (firstWord(input) === undefined ? missing(input, 'a file name', input.words[0]) : fine(1)),
    ...tokens(options.tokensOf),
  };
}

interface PathListOptions extends PathOptions {
  /** From this release on several names may be given; before only one. */
  readonly listSince?: Release;
  /** From this release on `none` must be alone. */
  readonly noneAloneSince?: Release;
}

/** One or more file names. */
export function pathList(options: PathListOptions = {}): ArgumentKind {
  return {
    name: 'path-list',
    syntax: 'PATH ... | none',
    shape: 'words',
    choices: () => [{ label: 'none' }],
    check: (input) => checkPaths(input, options),
    ...tokens(options.tokensOf),
  };
}

function checkPaths(input: ArgumentInput, options: PathListOptions): Checked {
  const { words } = input;
  if (options.listSince !== undefined && !since(input, options.listSince)) {
    return firstWord(input) === undefined ? missing(input, 'a file name', words[0]) : fine(1);
  }
  if (!modern(input)) return fine(untilEmpty(words).length + 1);
  const empty = words.find((word) => word.value === '');
  if (empty !== undefined) return refused(emptyArgument(input, empty));
  if (words.length === 0) return since(input, '9.8p1') ? missing(input, 'a file name') : fine(0);
  const none =
    options.noneAloneSince !== undefined && since(input, options.noneAloneSince)
      ? words.find((word) => word.value.toLowerCase() === 'none')
      : undefined;
  return none !== undefined && words.length > 1 ? refused(mustBeAlone(input, none)) : fine(words.length);
}
