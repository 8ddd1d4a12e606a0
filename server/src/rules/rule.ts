// What a rule is and what it reports. A rule is one object in one file with one page of the same name beside it.
import type { TextRange } from '../base/text-range';
import type { SshdWords } from '../catalog/sshd-words';
import type { PlacedDirective } from '../model/file-model';
import type { Snapshot } from '../model/snapshot';
import type { TextEdit } from '../syntax/parse';

/** `error`: the target's sshd refuses to start on this file. Nothing else is an error, and every refusal is one. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `unnecessary` is shown faded, `deprecated` struck through. */
export type FindingTag = 'unnecessary' | 'deprecated';

/** A change that mends a finding. `safe`: the effective configuration changes only as the title says, so it may be applied without asking. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly FixEdit[];
  readonly preferred?: boolean;
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
}

export type Category =
  | 'correctness'
  | 'keepalive'
  | 'deprecation'
  | 'security'
  | 'operations'
  | 'portability'
  | 'style';

/** A rule. Either check may be given; `checkLine` is called for each directive and its reports are kept while the line and its place do not change: it must look at nothing else. Its ranges count from the start of the line. */
export interface Rule {
  /** The file's and the page's name, and what suppressions and links use. Names the problem. */
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** The version of this product the rule came with. */
  readonly since: string;
  readonly summary: string;
  readonly references: readonly string[];
  readonly checkLine?: (placed: PlacedDirective, snapshot: Snapshot) => Iterable<Report>;
  readonly check?: (snapshot: Snapshot) => Iterable<Report>;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
