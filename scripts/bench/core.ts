// The core alone, in this process: no connection, no JSON. What a host or the command line gets.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import type { SourceFile, SourceSet } from '../../server/src/model/source-set';
import {
  check,
  codeActions,
  completions,
  diagnostics,
  documentSymbols,
  effectiveView,
  type FeatureDocument,
  type FileFacts,
  foldingRanges,
  formatting,
  hover,
  inlayHints,
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

/** Whole check, change to diagnostics, hover and completion for each file. */
export async function measureCore(files: readonly BenchFile[], rounds: Rounds): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const file of files) measured.push(...(await measureFile(file, rounds)));
  return measured;
}

async function measureFile(file: BenchFile, rounds: Rounds): Promise<readonly Measured[]> {
  const position = { line: file.line, character: 6 };
  const edits = typedEdits(file);
  const facts = factsOf(file);
  let state = openText(file.text, facts);
  const measured: Measure = async (what, run, times = rounds) => ({
    what,
    file: file.name,
    times: await timesOf(times, run),
  });
  return [
    await measured('whole check', () => found(openText(file.text, facts))),
    await measured('change to diagnostics', (round) => {
      state = typed(state, edits, round, facts);
      return found(state);
    }),
    await measured('hover', () => hover(state, position)),
    await measured('completion', () => completions(state, position)),
    ...(await measureEditing(file, facts, measured)),
  ];
}

type Measure = (what: string, run: (round: number) => unknown, rounds?: Rounds) => Promise<Measured>;

// After each change, as an editor asks: nothing of the whole file's answer is kept from the last one.
async function measureEditing(file: BenchFile, facts: FileFacts, measured: Measure): Promise<readonly Measured[]> {
  const position = { line: file.line, character: 6 };
  const edits = typedEdits(file);
  let state = openText(file.text, facts);
  const whole = { start: { line: 0, character: 0 }, end: state.text.positionAt(file.text.length) };
  const changed = (ask: (document: State) => unknown) => (round: number) => {
    state = typed(state, edits, round, facts);
    return ask(state);
  };
  return [
    await measured('change to semantic tokens', changed(semanticTokens)),
    await measured('change to outline', changed(documentSymbols)),
    await measured('change to folding', changed(foldingRanges)),
    await measured(
      'change to inlay hints',
      changed((document) => inlayHints(document, whole)),
    ),
    await measured(
      'change to effective view',
      changed((document) => effectiveView(document, { connection: { user: 'user7', address: '192.0.2.7' } })),
      VIEWS,
    ),
    await measured('formatting', () => formatting(state, { tabSize: 4, insertSpaces: true })),
    await measured('signature help', () => signatureHelp(state, position)),
    await measured('selection ranges', () => selectionRanges(state, [position])),
    await measured('rename', () => rename(state, position, 'other')),
    await measured('workspace symbols', () => workspaceSymbols([state], 'prl')),
    await measured('code actions', () =>
      codeActions(state, { range: { start: position, end: position }, context: { diagnostics: [] } }, []),
    ),
  ];
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
