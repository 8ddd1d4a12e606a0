// The core alone, in this process: no connection, no JSON. What a host or the command line gets. Measured as it is delivered, so bundled.ts loads it.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import { NEWEST_TARGET, targetNamed } from '../../server/src/catalog/targets';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import type { SourceFile, SourceSet } from '../../server/src/model/source-set';
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
  effectiveView,
  type FeatureDocument,
  type FileFacts,
  foldingRanges,
  formatting,
  hover,
  inlayHints,
  namedPaths,
  references,
  rename,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  snapshotOf,
  workspaceSymbols,
} from '../../server/src/service';
import { type BenchFile, type TypedEdit, typedEdits } from './files';
import { type Measured, type Rounds, timesOf } from './statistics';

// Slower than a keystroke's work by far, so fewer do.
const VIEWS: Rounds = { warmUp: 30, runs: 100 };
const MAIN = 'file:///etc/ssh/sshd_config';
const OPTIONS = { rulePage: (id: string) => `rules/${id}.md` };

/** Whole check, and what each request takes after a change, for each file. */
export async function measureCore(files: readonly BenchFile[], rounds: Rounds): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const file of files) measured.push(...(await measureFile(file, rounds)));
  return measured;
}

async function measureFile(file: BenchFile, rounds: Rounds): Promise<readonly Measured[]> {
  const edits = typedEdits(file, file.line);
  const facts = factsOf(file);
  let state = openText(file.text, facts);
  const measured: Measure = async (what, run, times = rounds) => ({
    what,
    file: file.name,
    times: await timesOf(times, run),
  });
  return [
    await measured('whole check', () => found(openText(file.text, facts)), VIEWS),
    await measured('change to diagnostics', (round) => {
      state = typed(state, edits, round, facts);
      return found(state);
    }),
    await measureAllRules(file, facts, measured),
    await measureUpgrade(file, facts, measured),
    ...(await measureEditing(file, facts, measured)),
  ];
}

// The two sshds split lines each in its own way.
function measureUpgrade(file: BenchFile, { settings, ...facts }: FileFacts, measured: Measure): Promise<Measured> {
  const rules = { ...settings.rules, upgradeTo: NEWEST_TARGET };
  const upgrade = { ...facts, askedTarget: targetNamed('8.4') ?? NEWEST_TARGET, settings: { ...settings, rules } };
  return measureTyping('change to diagnostics, upgrade in view', file, upgrade, measured);
}

function measureAllRules(file: BenchFile, { settings, ...facts }: FileFacts, measured: Measure): Promise<Measured> {
  const rules = { ...settings.rules, policy: 'all' as const };
  return measureTyping(
    'change to diagnostics, all rules on',
    file,
    { ...facts, settings: { ...settings, rules } },
    measured,
  );
}

async function measureTyping(what: string, file: BenchFile, facts: FileFacts, measured: Measure): Promise<Measured> {
  const edits = typedEdits(file, file.line);
  let state = openText(file.text, facts);
  const run = (round: number) => {
    state = typed(state, edits, round, facts);
    return found(state);
  };
  return measured(what, run, VIEWS);
}

type Measure = (what: string, run: (round: number) => unknown, rounds?: Rounds) => Promise<Measured>;

// After each change, as an editor asks: nothing of the whole file's answer is kept from the last one.
async function measureEditing(file: BenchFile, facts: FileFacts, measured: Measure): Promise<readonly Measured[]> {
  const position = { line: file.line, character: 6 };
  const edits = typedEdits(file, file.line);
  let state = openText(file.text, facts);
  const whole = { start: { line: 0, character: 0 }, end: state.text.positionAt(file.text.length) };
  const screen = { start: { line: file.line, character: 0 }, end: { line: file.line + 50, character: 0 } };
  const changed = (ask: (document: State) => unknown) => (round: number) => {
    state = typed(state, edits, round, facts);
    return ask(state);
  };
  const place = { textDocument: { uri: MAIN }, position };
  const asked: Readonly<Record<string, (document: State) => unknown>> = {
    'semantic tokens': semanticTokens,
    'semantic tokens of a screen': (document) => semanticTokens(document, screen),
    outline: documentSymbols,
    folding: foldingRanges,
    'inlay hints': (document) => inlayHints(document, whole),
    links: (document) => documentLinks(document, new Map(namedPaths(document).map(({ path }) => [path, 'file:///x']))),
    'code lenses': (document) => codeLenses(document, {}),
    hover: (document) => hover(document, position),
    completion: (document) => completions(document, position),
    'signature help': (document) => signatureHelp(document, position),
    definition: (document) => definition(document, position),
    references: (document) => references(document, position, true),
    highlights: (document) => documentHighlights(document, position),
    'selection ranges': (document) => selectionRanges(document, [position]),
    rename: (document) => rename(document, position, 'other'),
    'workspace symbols': (document) => workspaceSymbols([document], 'prl'),
    formatting: (document) => formatting(document, FORMAT),
    'code actions': (document) =>
      codeActions(document, { ...place, range: at(position), context: { diagnostics: [] } }, []),
  };
  const rows: Measured[] = [];
  for (const [what, ask] of Object.entries(asked)) rows.push(await measured(`change to ${what}`, changed(ask)));
  rows.push(
    await measured(
      'change to effective view',
      changed((document) => effectiveView(document, { connection: { user: 'user7', address: '192.0.2.7' } })),
      VIEWS,
    ),
  );
  return rows;
}

const FORMAT = { tabSize: 4, insertSpaces: true };

function at(position: Position): Range {
  return { start: position, end: position };
}

interface State extends FeatureDocument {
  readonly text: TextDocument;
}

function openText(text: string, facts: FileFacts): State {
  const document = TextDocument.create(MAIN, 'sshd_config', 1, text);
  return stateOf(document, snapshotOf(document.uri, text, facts));
}

// As the loader finds them.
function factsOf({ text, others = {} }: BenchFile): FileFacts {
  const files = Object.entries({ ...others, sshd_config: text }).map(
    ([name, content]): SourceFile => ({
      kind: 'file',
      uri: `file:///etc/ssh/${name}`,
      path: `/etc/ssh/${name}`,
      text: content,
      byteOrderMark: false,
    }),
  );
  const found = files.map(({ uri }) => uri).filter((uri) => uri.includes('.d/'));
  const sources: SourceSet = {
    main: MAIN,
    sources: new Map(files.map((file) => [file.uri, file])),
    matches: new Map([['/etc/ssh/sshd_config.d/*.conf', found.toSorted()]]),
  };
  return { settings: DEFAULT_SETTINGS, sources };
}

function stateOf(text: TextDocument, snapshot: FeatureDocument['snapshot']): State {
  return {
    text,
    snapshot,
    positionAt: (offset) => text.positionAt(offset),
    offsetAt: (position) => text.offsetAt(position),
  };
}

function typed({ text, snapshot }: State, edits: readonly TypedEdit[], round: number, facts: FileFacts): State {
  const { range, text: newText } = edits[round % edits.length] as TypedEdit;
  const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  TextDocument.update(text, [{ range, text: newText }], text.version + 1);
  return stateOf(text, snapshotOf(text.uri, text.getText(), facts, snapshot, [{ start, end, newText }]));
}

function found(state: State): number {
  const findings = check(state.snapshot, (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  });
  return diagnostics(state, findings, OPTIONS).length;
}
