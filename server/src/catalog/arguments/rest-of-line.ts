// Arguments that are the raw rest of the line: ForceCommand, the *Command directives, VersionAddendum. Quotes stay in, and from 8.7 a comment does too.
import { tokensOf } from '../percent-tokens';
import { isSince, type Release } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked, SettingInput } from './argument-kind';
import { bad, cleared, emptyPasses, fine, missing, since } from './checked';

interface Options {
  /** Must begin with `/`, or be `none`. */
  readonly absolute?: boolean;
  /** sshd before 7.5 refuses a carriage return in it. */
  readonly noReturn?: boolean;
  readonly words?: readonly string[];
  /** `none`, in any case, is printed as `none`; or, from this release on, clears the value. Absent: it stands as written. */
  readonly none?: 'word' | Release;
  readonly tokensOf?: string;
  readonly syntax: string;
  /** It is a text, and no command. */
  readonly prose?: boolean;
}

/** The raw text behind the keyword of a line. */
export function rawRest(input: Pick<ArgumentInput, 'line'>): string {
  const { text, rest, height } = input.line;
  const raw = text.slice(rest.start, rest.end);
  // sshd sees nothing from a NUL to the start of what is glued on.
  return height === 1 ? raw : raw.replace(/\0[^\n]*\n[ \t\r]*/g, '');
}

/** The rest of the line as it stands. */
export function restOfLine(options: Options): ArgumentKind {
  const { tokensOf: keyword, words = ['none'] } = options;
  return {
    name: 'rest-of-line',
    syntax: [options.syntax, ...words].join(' | '),
    shape: 'rest-of-line',
    choices: () => words.map((label) => ({ label })),
    ...(options.prose ? {} : { pathAt: (index) => ({ wants: index === 0 ? 'program' : 'file' }) }),
    printed: (input) => printedRest(input, options.none),
    check: (input) => checkRest(input, options),
    ...(keyword === undefined ? {} : { tokens: (target) => tokensOf(keyword, target) }),
  };
}

function printedRest(input: SettingInput, none: Options['none']): readonly string[] {
  const text = rawRest(input);
  if (none === undefined || (text !== '' && text.toLowerCase() !== 'none')) return [text];
  if (none === 'word') return [since(input, '6.9p1') ? 'none' : ''];
  return since(input, none) ? cleared(input) : [text];
}

function checkRest(input: ArgumentInput, { absolute, noReturn }: Options): Checked {
  const text = rawRest(input);
  const takesAll = fine(Number.POSITIVE_INFINITY);
  if (text === '')
    return emptyPasses(input) && !absolute
      ? takesAll
      : missing(input, absolute ? 'the absolute path of a program' : 'a text');
  // Before 7.5 nobody trimmed the line, so the CR of CRLF was there too.
  if (noReturn && input.line.text.includes('\r') && !isSince(input.target.release, '7.5p1')) {
    return bad(
      input.line.rest,
      `Up to OpenSSH 7.4 sshd refuses a carriage return in ${input.keyword}. Save the file with LF line ends.`,
      [],
      { case: 'return' },
    );
  }
  if (noReturn && text.includes('\r'))
    return bad(input.line.rest, `sshd refuses a carriage return in ${input.keyword}.`, [], { case: 'return' });
  if (!absolute || text.startsWith('/') || text.toLowerCase() === 'none' || !checksInactive(input)) return takesAll;
  const quoted = /^["']/.test(text) ? ' The quotes are part of the value here; leave them out.' : '';
  return bad(input.line.rest, `${input.keyword} must begin with \`/\`; sshd refuses the line.${quoted}`);
}

// Up to 8.6 the path was looked at only when the line takes effect.
function checksInactive(input: ArgumentInput): boolean {
  return input.active || since(input, '8.7p1');
}
