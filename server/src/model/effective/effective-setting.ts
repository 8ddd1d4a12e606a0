// What is said of one keyword of an effective configuration. Types only.
import type { Keyword } from '../../catalog/directives';
import type { DirectiveInFile } from '../configuration';

/** A line that would have counted, had another not stood in its way. */
export interface BeatenLine {
  readonly line: DirectiveInFile;
  readonly by: DirectiveInFile;
  /** `earlier`: the first value wins. `later`: the last one does. `block`: for this connection a Match block replaces what is global. */
  readonly because: 'earlier' | 'later' | 'block';
}

/** One keyword as it holds. */
export interface EffectiveSetting {
  readonly keyword: Keyword;
  /** What `sshd -T` prints behind the keyword, one for each line it prints; empty when it prints none. */
  readonly values: readonly string[];
  /** The lines that decide, in sshd's order; empty: the default holds. */
  readonly by: readonly DirectiveInFile[];
  readonly beaten: readonly BeatenLine[];
  readonly isDefault: boolean;
}
