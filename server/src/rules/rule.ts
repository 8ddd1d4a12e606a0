// What a rule is and what it reports. A rule is one object in one file with one page of the same name beside it.
import type { TextRange } from '../base/text-range';
import type { KnownDirective } from '../catalog/catalog';
import type { Keyword } from '../catalog/directives';
import type { Guide } from '../catalog/policies';
import type { SshdWords } from '../catalog/sshd-words';
import type { Target } from '../catalog/targets';
import type { Reading } from '../model/configuration';
import type { PlacedDirective } from '../model/file-model';
import type { Severity } from '../model/rule-settings';
import type { Snapshot } from '../model/snapshot';
import type { TextEdit } from '../syntax/parse';
import type { Suppression } from './suppressions';

export type { Severity };

/** `unnecessary` is shown faded, `deprecated` struck through. */
export type FindingTag = 'unnecessary' | 'deprecated';

/** A change that mends a finding. `safe`: the effective configuration changes only as the title says, so it may be applied without asking. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly FixEdit[];
  readonly preferred?: boolean;
  /** A file that does not exist yet; the edits come after it. Not every client can make one. */
  readonly creates?: NewFile;
}

/** A file to be made. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** An edit of the file, or of another one of its configuration. */
export interface FixEdit extends TextEdit {
  /** Absent: the file itself. Offsets are those of the file meant. */
  readonly uri?: string;
}

/** A place that explains a finding. */
export interface Related {
  readonly range: TextRange;
  readonly message: string;
  /** Another file of the configuration; absent: the file itself. */
  readonly uri?: string;
}

/** What a rule says of a place in the file; offsets of the file. */
export interface Report {
  readonly range: TextRange;
  readonly message: string;
  /** Differs from the rule's own severity where the rule says so in its page. */
  readonly severity?: Severity;
  readonly tags?: readonly FindingTag[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** sshd names the line and reads on; absent for errors it stops at. */
  readonly soft?: boolean;
  /** sshd finds it only after the whole file is read, and names no line. */
  readonly afterReading?: boolean;
  /** What the target's sshd prints for it, where that is known. */
  readonly sshdSays?: SshdWords | undefined;
}

/** A report with its rule, its place known. */
export interface Finding extends Omit<Report, 'sshdSays'> {
  readonly rule: string;
  readonly severity: Severity;
  /** The messages of the target's sshd, in its own words. */
  readonly sshdSays?: readonly string[];
  /** One object for one finding after an edit and before, as long as all its places are on the same lines, at the same columns. */
  readonly identity?: object;
}

export type Category =
  | 'correctness'
  | 'keepalive'
  | 'deprecation'
  | 'security'
  | 'operations'
  | 'upgrade'
  | 'portability'
  | 'style';

/** What a policy wants of a rule. */
export interface Demand {
  /** For the table of policies and for messages: `no`, `at most 4`. */
  readonly wants: string;
  /** What the rule measures by, where guides differ. */
  readonly value?: number | string;
  /** Absent: a warning where the user has named the guide, the rule's own severity in `recommended`. */
  readonly severity?: Severity;
}

/** By policy. Without any, a rule runs under every policy but `none`; with some, under those named, and under every guide what is `recommended`. `off`: the guide wants the opposite. */
export type Demands = Readonly<Partial<Record<'recommended' | Guide, Demand | 'off'>>>;

/** What a rule may read: the lines of a keyword in all files, or the text of its own. */
export type Read = Keyword | 'text';

/** What a rule is told beside the file. */
export interface RuleContext {
  /** What the policy in force wants of it. */
  readonly demand?: Demand;
  /** Whether the user has named the guide whose demand it is, or asked for everything: then defaults count as well as lines. */
  readonly strict: boolean;
  /** What another target's sshd refuses of the file. */
  readonly refusedBy: (target: Target) => readonly Finding[];
  /** Why sshd refuses another file of the configuration, where it does: what it comes upon first. */
  readonly refusalIn: (reading: Reading) => Finding | undefined;
  /**
   * Called by a rule that tells which keywords' lines it reads, all of them, and whether the text of its own file, and beside them only Match and
   * Include lines: while those stay, its silence is kept, and its reports too as long as no line comes or goes. Fixes may go by how other lines are
   * laid out, not by what they say.
   */
  readonly reads: (...what: readonly Read[]) => void;
}

/** For whoever asks a rule outside a run. */
export const NO_CONTEXT: RuleContext = {
  strict: false,
  refusedBy: () => [],
  refusalIn: () => undefined,
  reads: () => undefined,
};

/** What a rule about suppressions is told: those of the file, and what they were good for. */
export interface SuppressionOutcome {
  readonly suppressions: readonly Suppression[];
  /** Whether there is such a rule. */
  readonly known: (id: string) => boolean;
  /** Rules that ran. */
  readonly ran: ReadonlySet<string>;
  /** Whether something was suppressed by that id of that comment. */
  readonly used: (suppression: Suppression, id: string) => boolean;
  /** Whether it stands at a refusal of that rule, which nothing suppresses. */
  readonly refused: (suppression: Suppression, id: string) => boolean;
}

/**
 * A rule. Any check may be given. `checkLine` is called for each directive and its reports are kept while the line stays, and whether it is in a
 * block, acted on and looked at (PlacedDirective): it must look at nothing else. Its ranges count from the start of the line. `checkKeyword` is called for each keyword that lines of the file set: it looks at the lines of that keyword, and at others only as `context.reads` is told.
 */
export interface Rule {
  /** The file's and the page's name, and what suppressions and links use. Names the problem. */
  readonly id: string;
  readonly category: Category;
  /** `error` marks a rule about refusals: no policy and no setting switches it off. */
  readonly severity: Severity;
  /** The version of this product the rule came with. */
  readonly since: string;
  readonly summary: string;
  readonly references: readonly string[];
  readonly demands?: Demands;
  /** Whose lines `checkLine` looks at; absent: those of all directives, and of keywords that the target does not know. */
  readonly lines?: (directive: KnownDirective) => boolean;
  readonly checkLine?: (placed: PlacedDirective, snapshot: Snapshot, context: RuleContext) => Iterable<Report>;
  readonly checkKeyword?: (keyword: Keyword, snapshot: Snapshot, context: RuleContext) => Iterable<Report>;
  readonly check?: (snapshot: Snapshot, context: RuleContext) => Iterable<Report>;
  /** Runs when all others have run. */
  readonly checkSuppressions?: (snapshot: Snapshot, outcome: SuppressionOutcome) => Iterable<Report>;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

/** For `lines`: by keyword, under any of its names. */
export function ofKeyword(...keywords: readonly Keyword[]): NonNullable<Rule['lines']> {
  return ({ slot }) => keywords.includes(slot);
}

/** For `lines`: by the kind of their arguments. */
export function ofKind(...kinds: readonly string[]): NonNullable<Rule['lines']> {
  return ({ argument }) => kinds.includes(argument.name);
}
