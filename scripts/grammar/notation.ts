// The notation of TextMate grammars: rules, scopes, expressions from word lists, and the lists themselves.
// It knows nothing of what the rules colour.

/** Argument kinds whose lines are highlighted in a way of their own. All other keywords share one set of rules. */
export type GrammarArgumentKind =
  /** Comma lists of algorithm names, with `+`, `-` and `^` (Ciphers, HostKeyAlgorithms). */
  | 'algorithms'
  /** A command line for the shell, taken as it stands (ForceCommand). */
  | 'command'
  /** A command line in which percent tokens are expanded (AuthorizedKeysCommand). */
  | 'token-command'
  /** A name followed by a command line (Subsystem). */
  | 'subsystem'
  /** Names of environment variables, or assignments to them (AcceptEnv, SetEnv). */
  | 'environment'
  /** Patterns of users or groups (AllowUsers, DenyGroups). */
  | 'patterns'
  /** One port (Port). */
  | 'port'
  /** Addresses or hosts with a port (ListenAddress, PermitOpen). */
  | 'host-port'
  /** A size, then a time (RekeyLimit). */
  | 'size'
  /** The rest of the line as it stands (VersionAddendum). */
  | 'text';

/** The words the grammar is made of. Their order does not matter; the text that comes out is the same. */
export interface GrammarLists {
  /** Keywords, aliases and vendors' keywords included. A keyword is `deprecated` when the newest sshd does nothing with it. */
  readonly keywords: { readonly supported: readonly string[]; readonly deprecated: readonly string[] };
  /** Which keywords take arguments of which kind; deprecated keywords in here are left out. */
  readonly argumentKinds: Readonly<Record<GrammarArgumentKind, readonly string[]>>;
  /** Match criteria, by whether a value follows. */
  readonly criteria: { readonly withValue: readonly string[]; readonly alone: readonly string[] };
  /** Algorithm names of every kind and age. */
  readonly algorithms: readonly string[];
  /** Words with a fixed meaning (`prohibit-password`, `AUTHPRIV`, `publickey`); `yes` and `no` are built in. */
  readonly constants: readonly string[];
  /** Percent tokens with their sign (`%u`, `%%`). */
  readonly percentTokens: readonly string[];
}

/** A rule of a TextMate grammar, as far as this one needs it. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

/** Scopes by group number. */
export type Captures = Readonly<Record<string, { readonly name: string }>>;

/** References to rules of the repository. */
export function includes(...names: readonly string[]): readonly Rule[] {
  return names.map((name) => ({ include: `#${name}` }));
}

/** Scopes for the groups of an expression, the first for group 1. */
export function captures(...names: readonly string[]): Captures {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name: scope(name) }]));
}

/** A scope name of this grammar. */
export function scope(name: string): string {
  return `${name}.sshd_config`;
}

/** An alternation that is the same for every order of the list; an expression that never matches for an empty list. */
export function alternatives(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort();
  return sorted.length === 0 ? '(?!)' : sorted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
}

/** The form in which keywords are compared. */
export function lowerCase(word: string): string {
  return word.toLowerCase();
}
