// Everything an editor or the command line may ask about one input. Throws where an answer throws or cannot be right.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../../server/src/base/text-range';
import { jsonReport, textReport } from '../../server/src/cli/report';
import type { Snapshot } from '../../server/src/model/snapshot';
import type { Finding } from '../../server/src/rules/rule';
import {
  check,
  codeActions,
  codeLenses,
  completions,
  definition,
  diagnostics,
  documentHighlights,
  documentLinks,
  documentSymbols,
  type FeatureDocument,
  type FileFacts,
  foldingRanges,
  formatting,
  hover,
  inlayHints,
  keepaliveView,
  namedPaths,
  prepareRename,
  references,
  rename,
  resolveCompletion,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  snapshotOf,
  workspaceSymbols,
} from '../../server/src/service';
import { parse, print, reparse } from '../../server/src/syntax/parse';
import type { FuzzInput } from './inputs';
import type { Random } from './random';

const URI = 'file:///etc/ssh/sshd_config';
const POSITIONS = 3;

/** Asks everything; `random` chooses the places that are asked about. */
export function exercise(input: FuzzInput, random: Random): void {
  const { text, edits } = input;
  const facts: FileFacts = {
    settings: input.settings,
    byteOrderMark: input.byteOrderMark,
    ...(input.asked ? { askedTarget: input.target } : { target: input.target }),
  };
  let snapshot = snapshotOf(URI, text, facts);
  // What is found before the edits is kept with the lines: afterwards it must still be right.
  if (edits.length > 0) findingsOf(snapshot);
  for (const edit of edits) {
    const edited = snapshot.tree.text.slice(0, edit.start) + edit.newText + snapshot.tree.text.slice(edit.end);
    compareTrees(snapshot, edit, edited);
    snapshot = snapshotOf(URI, edited, facts, snapshot, [edit]);
  }
  const found = ask(snapshot, random);
  if (edits.length === 0) return;
  const anew = JSON.stringify(findingsOf(snapshotOf(URI, snapshot.tree.text, facts)));
  if (JSON.stringify(found) !== anew) throw new Error('findings after edits are not those of the new text');
}

function compareTrees({ tree }: Snapshot, edit: FuzzInput['edits'][number], edited: string): void {
  const after = reparse(tree, edit);
  const whole = parse(edited, tree.dialect);
  if (JSON.stringify(after) !== JSON.stringify(whole)) throw new Error('reparse() is not parse() of the new text');
}

function findingsOf(snapshot: Snapshot): readonly Finding[] {
  return check(snapshot, (rule, error) => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  });
}

function ask(snapshot: Snapshot, random: Random): readonly Finding[] {
  const { text } = snapshot.tree;
  if (print(snapshot.tree) !== text) throw new Error('print(parse(text)) is not text');
  const found = findingsOf(snapshot);
  for (const finding of found) inspect(finding, text.length);
  const document = documentOf(snapshot);
  const shown = diagnostics(document, found, { rulePage: (id) => id });
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const some = rangeIn(document, text.length, random);
  codeActions(document, { range: whole, context: { diagnostics: shown } }, found);
  codeActions(document, { range: some, context: { diagnostics: shown.slice(0, 2) } }, found);
  documentSymbols(document);
  documentLinks(document, new Map(namedPaths(document).map(({ path }) => [path, 'file:///x'])));
  workspaceSymbols([document], random.pick(['', 'a', 'port']));
  foldingRanges(document);
  codeLenses(document, { panel: 'open', effectivePanel: 'show', copyClientLines: 'copy' });
  keepaliveView(document, {});
  inlayHints(document, whole);
  inlayHints(document, some);
  formatting(
    document,
    { tabSize: random.below(9), insertSpaces: random.chance(0.5) },
    random.chance(0.5) ? some : undefined,
  );
  semanticTokens(document);
  semanticTokens(document, some);
  for (let i = 0; i < POSITIONS; i++) askAt(document, random.below(text.length + 1));
  const { tree, catalog, configuration } = snapshot;
  const report = {
    path: 'sshd_config',
    tree,
    target: catalog.target.id,
    findings: found,
    sources: configuration.sources,
  };
  textReport(report);
  JSON.parse(jsonReport(report));
  return found;
}

function askAt(document: FeatureDocument, offset: number): void {
  const position = document.positionAt(offset);
  hover(document, position);
  definition(document, position);
  references(document, position, true);
  documentHighlights(document, position);
  signatureHelp(document, position);
  prepareRename(document, position);
  rename(document, position, 'other');
  selectionRanges(document, [position]);
  hover(document, { line: position.line, character: position.character + 1000 });
  const { items } = completions(document, position);
  for (const item of items.slice(0, 3)) resolveCompletion(item);
}

function inspect({ rule, range, message, related = [], fixes = [] }: Finding, length: number): void {
  const fits = ({ start, end }: TextRange): boolean => start >= 0 && start <= end && end <= length;
  if (!fits(range)) throw new Error(`${rule}: range ${range.start}-${range.end} outside the text`);
  if (message.trim() === '') throw new Error(`${rule}: no message`);
  if (!related.every((one) => fits(one.range))) throw new Error(`${rule}: related range outside the text`);
  for (const { title, edits } of fixes) {
    const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const apart = sorted.every((edit, index) => edit.start >= (sorted[index - 1]?.end ?? 0));
    if (!apart || !edits.every(fits)) throw new Error(`${rule}: "${title}" overlaps or lies outside the text`);
  }
}

function documentOf(snapshot: Snapshot): FeatureDocument {
  const document = TextDocument.create(snapshot.uri, 'sshd_config', 1, snapshot.tree.text);
  return {
    snapshot,
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: (position) => document.offsetAt(position),
  };
}

function rangeIn(document: FeatureDocument, length: number, random: Random) {
  const [one, other] = [random.below(length + 1), random.below(length + 1)];
  return { start: document.positionAt(Math.min(one, other)), end: document.positionAt(Math.max(one, other)) };
}
