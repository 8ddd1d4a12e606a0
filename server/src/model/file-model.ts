// What one file says, line by line: each directive with its entry and its Match block. First-wins and evaluation are in effective-config.ts.
import type { Catalog, KnownDirective } from '../catalog/catalog';
import { type MatchCriteria, readCriteria } from '../catalog/match-criteria';
import type { DirectiveLine, SyntaxTree } from '../syntax/tree';
import { type Setters, setters } from './setters';

/** A directive line in its place. */
export interface PlacedDirective {
  /** Index into the tree's lines. */
  readonly lineIndex: number;
  readonly line: DirectiveLine;
  /** Absent: the target does not know the keyword. */
  readonly directive?: KnownDirective;
  /** The Match block of its file it belongs to; absent before the first one. A Match line belongs to no block. */
  readonly block?: MatchBlock;
  /** All blocks it depends on, outermost first: those around the Include lines that lead to the file, then its own. */
  readonly conditions: readonly MatchBlock[];
  /** Whether sshd acts on it when it reads the file: global section, `Match all`, or a Match version that fits. */
  readonly active: boolean;
  /** sshd does not look at the arguments, because an earlier line has set the directive. */
  readonly unread: boolean;
}

/** A Match line and all lines up to the next one. */
export interface MatchBlock {
  readonly header: PlacedDirective;
  readonly criteria: MatchCriteria;
  /** Whether the block applies to every connection (`Match all`). */
  readonly always: boolean;
  /** Index of the last line that belongs to it, comments and blanks included. */
  readonly lastLine: number;
  readonly directives: readonly PlacedDirective[];
}

export interface FileModel extends Setters<PlacedDirective> {
  /** All directive lines in file order, Match lines included. */
  readonly directives: readonly PlacedDirective[];
  readonly blocks: readonly MatchBlock[];
}

/** What a file's place among others changes. */
export interface ReadingContext {
  /** The Match blocks around the Include lines that lead to the file, outermost first. */
  readonly outer: readonly MatchBlock[];
  /** Slots set so far whose later lines are not looked at; added to. */
  readonly set: Set<string>;
  /** Called for each directive line, in order. */
  readonly visit: (placed: PlacedDirective) => void;
}

const NO_BLOCKS: readonly MatchBlock[] = [];

/** A context for a file that stands alone. */
function alone(): ReadingContext {
  return { outer: NO_BLOCKS, set: new Set(), visit: () => undefined };
}

/** Places every directive of a tree. */
export function fileModel(tree: SyntaxTree, catalog: Catalog, context: ReadingContext = alone()): FileModel {
  const { outer, set, visit } = context;
  const outside: Scope = { conditions: outer, active: outer.every(({ criteria }) => criteria.activeWhenRead) };
  let inside = outside;
  const directives: PlacedDirective[] = [];
  const blocks: MutableBlock[] = [];
  // Not by entries(): a pair for each line, at each keystroke, weighs more than what is made of it.
  for (let lineIndex = 0; lineIndex < tree.lines.length; lineIndex++) {
    const line = tree.lines[lineIndex];
    if (line?.kind !== 'directive') continue;
    const directive = catalog.directive(line.keyword.value);
    let one: PlacedDirective;
    if (directive?.argument.name === 'match') {
      if (inside.block !== undefined) inside.block.lastLine = lineIndex - 1;
      one = { lineIndex, line, directive, conditions: outer, active: outside.active, unread: false };
      const block = openBlock(one, catalog);
      blocks.push(block);
      const active = outside.active && block.criteria.activeWhenRead;
      inside = { block, conditions: [...outer, block], active };
    } else {
      one = placed(lineIndex, line, directive, inside, set);
      inside.block?.directives.push(one);
    }
    directives.push(one);
    visit(one);
  }
  if (inside.block !== undefined) inside.block.lastLine = tree.lines.length - 1;
  return { directives, blocks, ...setters(directives, ({ directive }) => directive?.slot) };
}

/** Where a line stands. */
interface Scope {
  readonly block?: MutableBlock;
  readonly conditions: readonly MatchBlock[];
  readonly active: boolean;
}

interface MutableBlock extends MatchBlock {
  lastLine: number;
  readonly directives: PlacedDirective[];
}

function openBlock(header: PlacedDirective, catalog: Catalog): MutableBlock {
  const criteria = criteriaOf(header.line, catalog);
  return { header, criteria, always: criteria.always, lastLine: header.lineIndex, directives: [] };
}

// What a Match line says, by its node: an edit elsewhere leaves it alone.
const CRITERIA = new WeakMap<DirectiveLine, { readonly catalog: Catalog; readonly criteria: MatchCriteria }>();

function criteriaOf(line: DirectiveLine, catalog: Catalog): MatchCriteria {
  const kept = CRITERIA.get(line);
  if (kept?.catalog === catalog) return kept.criteria;
  const criteria = readCriteria(line, catalog.target);
  CRITERIA.set(line, { catalog, criteria });
  return criteria;
}

function placed(
  lineIndex: number,
  line: DirectiveLine,
  directive: KnownDirective | undefined,
  { block, conditions, active }: Scope,
  set: Set<string>,
): PlacedDirective {
  const name = directive?.unreadOnceSet ? settingName(directive, line) : undefined;
  const unread = name !== undefined && set.has(name);
  if (name !== undefined && active) set.add(name);
  // Neither spread together nor given properties later: of thousands of lines at each keystroke, either would cost several times the memory.
  if (directive === undefined)
    return block === undefined
      ? { lineIndex, line, conditions, active, unread }
      : { lineIndex, line, block, conditions, active, unread };
  return block === undefined
    ? { lineIndex, line, directive, conditions, active, unread }
    : { lineIndex, line, directive, block, conditions, active, unread };
}

/** What a line sets whose arguments sshd does not look at once that is set; undefined for all other lines. */
export function settingUnreadOnceSet({
  directive,
  line,
}: Pick<PlacedDirective, 'directive' | 'line'>): string | undefined {
  return directive?.unreadOnceSet ? settingName(directive, line) : undefined;
}

// A directive that sets things by name, such as Subsystem, sets one for each name.
function settingName({ slot, repeats }: KnownDirective, { words }: DirectiveLine): string {
  return repeats === 'first-by-name' ? `${slot} ${words[0]?.value ?? ''}` : slot;
}
