// Glob patterns as sshd's own glob(3) reads them (openbsd-compat/glob.c, no flags): part by part, in bytes. Looks at no folder.

/** What stands between two slashes of a pattern. */
export interface GlobPart {
  /** The name it stands for, where it has no wildcard; may be empty. */
  readonly literal?: string;
  /** Whether a name of a folder fits; a leading dot must be written. */
  readonly fits: (name: string) => boolean;
}

/** The parts of a pattern, from its first slash to its end. */
export function globParts(pattern: string): readonly GlobPart[] {
  const parts: Char[][] = [[]];
  for (const char of characters(pattern)) {
    if (char.code === SLASH) parts.push([]);
    else parts.at(-1)?.push(char);
  }
  return parts.map(globPart);
}

/** The order in which glob(3) gives its matches. */
export function inByteOrder(one: string, other: string): number {
  const a = byteString(one);
  const b = byteString(other);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface Char {
  /** A byte. */
  readonly code: number;
  /** A backslash stands before it. */
  readonly quoted: boolean;
}

/** Whether one byte fits; `any-number` stands for `*`. */
type Token = ((code: number) => boolean) | 'any-number';

const [STAR, QUESTION, OPEN, CLOSE, NOT, RANGE, COLON, SLASH, BACKSLASH, DOT] = Array.from('*?[]!-:/\\.', (char) =>
  char.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number, number];

function characters(pattern: string): readonly Char[] {
  const codes = bytesOf(pattern);
  const found: Char[] = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    const next = codes[at + 1];
    // A backslash at the very end stands for itself.
    if (code === BACKSLASH && next !== undefined) {
      found.push({ code: next, quoted: true });
      at++;
    } else found.push({ code, quoted: false });
  }
  return found;
}

function globPart(chars: readonly Char[]): GlobPart {
  const is = (char: Char | undefined, code: number): boolean => char?.code === code && !char.quoted;
  const tokens: Token[] = [];
  let magic = false;
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] as Char;
    const set = is(char, OPEN) ? bracket(chars, at + 1) : undefined;
    if (set !== undefined) {
      tokens.push(set.fits);
      at = set.end;
    } else if (is(char, STAR)) {
      if (tokens.at(-1) !== 'any-number') tokens.push('any-number');
    } else tokens.push(is(char, QUESTION) ? () => true : (code) => code === char.code);
    magic ||= set !== undefined || is(char, STAR) || is(char, QUESTION);
  }
  const dotted = chars[0]?.code === DOT;
  const fits = (name: string): boolean => (dotted || !name.startsWith('.')) && matches(bytesOf(name), tokens);
  return magic ? { fits } : { literal: textOf(chars), fits };
}

/** The set whose first character is at `from`; undefined where no `]` closes it. `]` is no end in the first place, nor behind a backslash. */
function bracket(
  chars: readonly Char[],
  from: number,
): { readonly fits: (code: number) => boolean; readonly end: number } | undefined {
  const is = (at: number, code: number): boolean => chars[at]?.code === code && !chars[at].quoted;
  const negated = is(from, NOT);
  const first = negated ? from + 1 : from;
  if (chars[first] === undefined || !chars.some((_, at) => at > first && is(at, CLOSE))) return undefined;
  const tests: ((code: number) => boolean)[] = [];
  let at = first;
  do {
    const { code: low = 0 } = chars[at] ?? {};
    const named = is(at, OPEN) && is(at + 1, COLON) ? characterClass(chars, at + 2) : undefined;
    if (named !== undefined) {
      tests.push(named.fits);
      at = named.end + 1;
      continue;
    }
    at++;
    const high = chars[at + 1];
    if (is(at, RANGE) && high !== undefined && !is(at + 1, CLOSE)) {
      tests.push((code) => low <= code && code <= high.code);
      at += 2;
    } else tests.push((code) => code === low);
  } while (at < chars.length && !is(at, CLOSE));
  return { fits: (code) => tests.some((test) => test(code)) !== negated, end: at };
}

// As isalpha() and its kind answer in the C locale, which sshd runs in.
const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z0-9]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  cntrl: /[^ -~\u0080-\u00ff]/,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[a-f0-9]/i,
};

function characterClass(
  chars: readonly Char[],
  from: number,
): { readonly fits: (code: number) => boolean; readonly end: number } | undefined {
  const end = chars.findIndex(({ code }, at) => at >= from && code === COLON && chars[at + 1]?.code === CLOSE);
  const expression = end < 0 ? undefined : CLASSES[textOf(chars.slice(from, end))];
  return expression && { fits: (code) => expression.test(String.fromCharCode(code)), end: end + 1 };
}

/** The tokens against the whole name: a `*` that took too little takes one more byte. */
function matches(codes: Uint8Array, tokens: readonly Token[]): boolean {
  let at = 0;
  let token = 0;
  let star = -1;
  let mark = 0;
  while (at < codes.length) {
    const test = tokens[token];
    if (test === 'any-number') {
      star = token++;
      mark = at;
    } else if (test?.(codes[at] ?? 0)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++mark;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === 'any-number');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function byteString(text: string): string {
  return Array.from(bytesOf(text), (code) => String.fromCharCode(code)).join('');
}

function textOf(chars: readonly Char[]): string {
  return new TextDecoder().decode(Uint8Array.from(chars, ({ code }) => code));
}
