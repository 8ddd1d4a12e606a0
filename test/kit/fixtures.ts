// The notation of expectations: comment lines below the line they mean, `#   ^^^^ error[rule-id] "part of the message"`.
// Carets stand under the columns meant; `# <---` starts at column 0, one column for `<` and one for each `-`; `# ~` leaves the columns open.
// Expectations are taken out before the text is checked.
import type { Severity } from '../../server/src/rules/rule';

/** One finding that a fixture expects. */
export interface Expectation {
  /** Line of the text without expectations, from 0; columns from 0, end excluded, absent where left open. */
  readonly line: number;
  readonly columns?: { readonly start: number; readonly end: number };
  readonly severity: Severity;
  readonly rule: string;
  /** A part of the message. */
  readonly message?: string;
}

export interface Fixture {
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

const EXPECTATION =
  /^\s*#\s*(?<mark>\^+|<-*|~)\s+(?<severity>error|warning|information|hint)\[(?<rule>[a-z0-9-]+)\](?:\s+"(?<message>.*)")?\s*$/;

/** Takes the expectations out of a fixture. */
export function fixture(marked: string): Fixture {
  const kept: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of marked.split('\n')) {
    const found = EXPECTATION.exec(line)?.groups;
    if (found === undefined) kept.push(line);
    else expectations.push(expectation(line, found, kept.length - 1));
  }
  return { text: kept.join('\n'), expectations };
}

function expectation(
  source: string,
  { mark = '', severity, rule = '', message }: Record<string, string | undefined>,
  line: number,
): Expectation {
  if (line < 0) throw new Error(`an expectation needs a line above it: ${source}`);
  const start = mark.startsWith('<') ? 0 : source.indexOf('^');
  return {
    line,
    ...(mark === '~' ? {} : { columns: { start, end: start + mark.length } }),
    severity: severity as Severity,
    rule,
    ...(message === undefined ? {} : { message }),
  };
}
