// Why the target's sshd refuses a directive line, from the line and its place alone. Unknown keywords are the caller's business.
import { type ArgumentProblem, type Checked, syntaxAt } from '../catalog/arguments/argument-kind';
import { dialectOf, type Target } from '../catalog/targets';
import type { DirectiveLine } from '../syntax/tree';
import type { PlacedDirective } from './file-model';

interface Kept {
  readonly target: Target;
  readonly active: boolean;
  readonly unread: boolean;
  readonly problems: readonly ArgumentProblem[];
}

const KEPT = new WeakMap<DirectiveLine, Kept>();

/** The problems of a line's arguments, in sshd's order. Several rules ask; the answer is kept with the line. */
export function lineProblems(placed: PlacedDirective, target: Target): readonly ArgumentProblem[] {
  const kept = KEPT.get(placed.line);
  if (kept !== undefined && kept.target === target && kept.active === placed.active && kept.unread === placed.unread)
    return kept.problems;
  const problems = problemsOf(placed, target);
  KEPT.set(placed.line, { target, active: placed.active, unread: placed.unread, problems });
  return problems;
}

/** Whether the place of the line alone makes sshd refuse it: a global-only directive below a Match line, of its file or an including one, that is not active when the files are read. */
export function isMisplaced({ directive, active }: PlacedDirective): boolean {
  return directive !== undefined && !active && directive.scope === 'global';
}

/** Whether the target's sshd supports the directive, and refuses neither the line nor its place. */
export function passes(placed: PlacedDirective, target: Target): boolean {
  const { directive, line } = placed;
  if (directive?.status !== 'supported' || isMisplaced(placed)) return false;
  if (line.unclosedQuote !== undefined && dialectOf(target) === 'argv-split') return false;
  return lineProblems(placed, target).length === 0;
}

function problemsOf(placed: PlacedDirective, target: Target): readonly ArgumentProblem[] {
  const { line, directive } = placed;
  const modern = dialectOf(target) === 'argv-split';
  // An unknown keyword alone is refused for this too, but its own finding says more.
  if (directive === undefined) return [];
  if (modern && line.rest.end <= line.rest.start) return [nothingBehind(line, syntaxAt(directive.argument, target))];
  if (isMisplaced(placed) || directive.status !== 'supported') return [];
  if (modern && line.unclosedQuote !== undefined) return [];
  const { keyword, argument } = directive;
  if (placed.unread && argument.name !== 'rest-of-line') return [];
  const checked = argument.check({ keyword, line, words: line.words, target, active: placed.active });
  // Whether there is a text at all is asked first.
  if (placed.unread) return checked.problems.filter(({ rule }) => rule === 'missing-argument');
  return [...checked.problems, ...leftOver(line, checked, keyword, modern)];
}

// process_server_config_line_depth() asks this before it looks the keyword up.
function nothingBehind(line: DirectiveLine, syntax: string): ArgumentProblem {
  return {
    rule: 'missing-argument',
    range: line.keyword,
    soft: true,
    message: `Nothing stands behind \`${line.keyword.value}\`; sshd refuses the line. It needs \`${syntax}\`.`,
  };
}

function leftOver(
  line: DirectiveLine,
  { consumed, problems }: Checked,
  keyword: string,
  modern: boolean,
): readonly ArgumentProblem[] {
  const first = line.words[consumed];
  const last = line.words.at(-1);
  // The old parser looks at one more word, and an empty one passes.
  if (
    first === undefined ||
    last === undefined ||
    problems.some((one) => one.rule !== 'unknown-algorithm' && !one.afterReading) ||
    (!modern && first.value === '')
  )
    return [];
  const before = line.words[consumed - 1]?.value;
  const message = before?.endsWith(',')
    ? 'A list is one word; sshd refuses what follows the blank. Write the list without blanks.'
    : before === ''
      ? 'For sshd the empty word ends the list; it refuses what follows. Remove the quotes or write a value in them.'
      : `${keyword} takes ${consumed === 1 ? 'one argument' : `${consumed} arguments`}; sshd refuses the line for \`${first.value}\`. Remove it${modern ? ', or begin a comment with ` #`' : ''}.`;
  return [{ rule: 'extra-argument', range: { start: first.start, end: last.end }, soft: modern, message }];
}
