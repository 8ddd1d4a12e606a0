// What one entry of the catalogue says about a directive. Types only: the entries are in directives/.
import type { ArgumentKind } from './arguments/argument-kind';
import type { Vendor } from './vendors';
import type { Steps } from './versions';

/**
 * How sshd treats a keyword (parse_token() and the switch of servconf.c).
 * `absent`: unknown, refused. `deprecated` and `unsupported`: a message, arguments unread, exit 0. `ignored`: not even a message.
 */
export type Status = 'absent' | 'supported' | 'deprecated' | 'ignored' | 'unsupported';

/** `global`: refused inside a Match block that is not active when the file is read. */
export type Scope = 'global' | 'all';

/** What a repeat of the directive does, in one scope. `first-by-name`: per subsystem or penalty; `first-by-part`: per argument; `every`: each line acts. */
export type Repeats = 'first' | 'last' | 'append' | 'first-by-name' | 'first-by-part' | 'every';

/** What a vendor's build does otherwise than the release it is made of. A given list of steps takes the whole place of the release's. */
export type ShippedFacts = Pick<Partial<Directive>, 'status' | 'scope' | 'default' | 'dumped'>;

/** When `sshd -T` prints a directive. `set`: only where a line sets it. */
export type Dumped = 'never' | 'set' | 'always';

/** One directive. What changes over the releases is a list of steps; see versions.ts. */
export interface Directive<K extends string = string> {
  /** The spelling of sshd_config(5). */
  readonly keyword: K;
  readonly status: Steps<Status>;
  readonly scope: Steps<Scope>;
  readonly argument: ArgumentKind;
  readonly repeats: Steps<Repeats>;
  /** The value when no line sets it, as `sshd -T` prints it. */
  readonly default?: Steps<string>;
  /** Absent: always. */
  readonly dumped?: Steps<Dumped>;
  /** The default as `sshd -T` prints it, where that is not `default`. */
  readonly dumpedDefault?: Steps<string | null>;
  /** A keyword whose `yes`, as it stands when the files are read, switches this one on. */
  readonly switchedOnBy?: Steps<string | null>;
  /** What a Match block sets is not taken over: a mistake of these releases. */
  readonly lostInMatch?: Steps<boolean>;
  /** The keyword whose slot this one fills. */
  readonly aliasOf?: Steps<string | null>;
  /** The alias is the newer of the two names, so nobody is told to leave it. */
  readonly newerName?: true;
  /** The keyword that goes by this name in the releases that know it, by a mistake of theirs. */
  readonly misnameOf?: string;
  /** The keyword behind whose first acting line sshd drops this one's values, by a mistake of theirs. */
  readonly droppedBehind?: Steps<string | null>;
  /** Whether a line is not even looked at once an earlier active line has set the directive; of those that set things by name, the same name. */
  readonly unreadOnceSet?: Steps<boolean>;
  /** Only these vendors' builds know the keyword; absent: OpenSSH's own. */
  readonly vendors?: readonly Vendor[];
  /** What is otherwise in a vendor's builds, or in the one system named by its target's id. */
  readonly shipped?: Readonly<Partial<Record<Vendor | (string & {}), ShippedFacts>>>;
  /** The build option the keyword needs; a build without it says "Unsupported option". */
  readonly build?: 'GSSAPI' | 'KRB5' | 'AFS' | 'PAM' | 'LASTLOG';
  /** One line for lists. */
  readonly summary: string;
  /** Two to six sentences for the hover, in Markdown. */
  readonly text: string;
  /** What the fixed words of the argument make sshd do. */
  readonly values?: Readonly<Record<string, string>>;
  /** What changed in which release (short names). */
  readonly changes?: readonly (readonly [release: string, what: string])[];
  readonly seeAlso?: readonly string[];
  /** A realistic argument. */
  readonly example?: string;
}

/** Keeps the literal type of the keyword, so that the union of all keywords comes from the entries. */
export function defineDirective<const K extends string>(directive: Directive<K>): Directive<K> {
  return directive;
}
