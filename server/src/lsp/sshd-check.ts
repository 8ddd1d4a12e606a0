// "Check with the installed sshd": may it, which one, on what, and what becomes of its answer. Never starts a program without trust.
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dialectOf, NEWEST_TARGET, targetNamed } from '../catalog/targets';
import { parse } from '../syntax/parse';
import type { Dialect } from '../syntax/tree';
import type { FileSystem } from '../workspace/file-system';
import { MIRROR, type ScratchCopy, scratchCopy } from '../workspace/scratch-copy';
import { type SshdOutput, sshdMessages } from '../workspace/sshd-messages';
import { MAIN_FILE, type SshdProgram, sshdVersion, type TestRun } from '../workspace/sshd-program';
import { systemRoot } from '../workspace/system-target';
import type { Documents, OpenDocument } from './documents';
import type { CheckWithSshdResult } from './messages';
import { type OpenText, openTexts, sameFile } from './open-texts';
import type { SshdSettings } from './settings';
import { includedDiagnostics, mainDiagnostics, type PlacedText, type SshdVerdict } from './sshd-diagnostics';
import type { SshdResults } from './sshd-results';
import { acceptance, answerTo, NOT_RUN } from './sshd-words';

/** What a check needs from outside. */
export interface SshdCheckEnvironment {
  /** Absent where no programs run. */
  readonly program: SshdProgram | undefined;
  readonly trusted: () => boolean;
  readonly files: FileSystem;
  readonly documents: Documents;
  readonly results: SshdResults;
  readonly settingsOf: (uri: string) => Promise<SshdSettings>;
}

/** Checks an open document; one check runs at a time. */
export type CheckWithSshd = (uri: string) => Promise<CheckWithSshdResult>;

/** Rejects only when the scratch folder cannot be written. */
export function sshdCheck(environment: SshdCheckEnvironment): CheckWithSshd {
  let last: Promise<unknown> = Promise.resolve();
  return (uri) => {
    const next = last.then(() => checked(uri, environment));
    last = next.catch(() => undefined);
    return next;
  };
}

async function checked(uri: string, environment: SshdCheckEnvironment): Promise<CheckWithSshdResult> {
  const { program, trusted, documents } = environment;
  if (program === undefined) return NOT_RUN.noPrograms;
  if (!trusted()) return NOT_RUN.notTrusted;
  const document = await documents.ready(uri);
  if (document === undefined) return NOT_RUN.notOpen;
  const { path: named } = await environment.settingsOf(uri);
  const path = await program.find(named);
  if (path === undefined) return NOT_RUN.noneFound(named, program.places);
  const version = sshdVersion(await program.banner(path));
  if (version === undefined) return NOT_RUN.foreign(path);
  return run({ program, path, version, document }, environment);
}

interface Checking {
  readonly program: SshdProgram;
  readonly path: string;
  readonly version: string;
  readonly document: OpenDocument;
}

async function run(checking: Checking, environment: SshdCheckEnvironment): Promise<CheckWithSshdResult> {
  const { program, path, version, document } = checking;
  const { uri } = document.snapshot;
  const dialect = dialectOf(targetNamed(version) ?? NEWEST_TARGET);
  const open = await openTexts(environment.documents);
  const copy = await copyFor(checking, open, environment, dialect);
  const ran = await program.test(path, copy.filesIn);
  const files = [...new Set([...copy.origins.values()].map((one) => open.get(sameFile(one))?.uri ?? one))];
  if (await changedMeanwhile(document, files, open, environment.documents)) return NOT_RUN.changed;
  const output = inTheirPlaces(sshdMessages(ran.output, ran.code === 0), ran, copy, program, open);
  const accepted = acceptance(ran, output);
  const messages = output.messages.map(({ file, ...rest }) =>
    file === undefined || sameFile(file) === sameFile(uri) ? rest : { file, ...rest },
  );
  const verdict: SshdVerdict = { version, messages, ...(accepted === undefined ? {} : { accepted }) };
  const diagnostics = await diagnosticsOf(document, verdict, environment, dialect);
  environment.results.keep(uri, { diagnostics, files });
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return answerTo(version, name, ran, output, copy.unreadable.map(decodeURIComponent));
}

async function changedMeanwhile(
  { snapshot: { uri, tree } }: OpenDocument,
  files: readonly string[],
  before: ReadonlyMap<string, OpenText>,
  documents: Documents,
): Promise<boolean> {
  const now = await openTexts(documents);
  return files.some((file) => {
    const text = file === uri ? tree.text : before.get(sameFile(file))?.text;
    return now.get(sameFile(file))?.text !== text;
  });
}

function copyFor(
  { document: { snapshot }, program }: Checking,
  open: ReadonlyMap<string, OpenText>,
  { files }: SshdCheckEnvironment,
  dialect: Dialect,
): Promise<ScratchCopy> {
  const { uri, tree, byteOrderMark } = snapshot;
  const root = mirroredRoot(uri, open);
  const bytes = new TextEncoder().encode((byteOrderMark ? '\ufeff' : '') + tree.text);
  return scratchCopy(
    { uri, bytes, ...(root === undefined ? {} : { root }) },
    {
      entries: program.entries,
      read: async (file) => {
        const text = open.get(sameFile(file))?.text;
        return text === undefined ? files.read(file, LARGEST) : new TextEncoder().encode(text);
      },
    },
    dialect,
  );
}

const LARGEST = 16 * 1024 * 1024;

// On its own machine sshd finds what is included by itself, unless the editor holds newer texts.
function mirroredRoot(uri: string, open: ReadonlyMap<string, OpenText>): string | undefined {
  const root = uri.startsWith('file:') ? systemRoot(uri) : undefined;
  if (root !== 'file://') return root;
  const others = [...open.values()].some((other) => other.uri !== uri && other.uri.startsWith('file:///etc/'));
  return others ? root : undefined;
}

/** The messages with URIs for files, and without the scratch folder in their texts. */
function inTheirPlaces(
  output: SshdOutput,
  { folder }: TestRun,
  { origins }: ScratchCopy,
  { uriOf }: SshdProgram,
  open: ReadonlyMap<string, OpenText>,
): SshdOutput {
  const place = (file: string): string => {
    const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
    const uri = origins.get(name) ?? uriOf(name);
    return open.get(sameFile(uri))?.uri ?? uri;
  };
  const clean = (text: string): string => text.replaceAll(`${folder}/${MIRROR}`, '').replaceAll(`${folder}/`, '');
  return {
    messages: output.messages.map(({ file, text, ...rest }) => ({
      ...rest,
      text: clean(text),
      ...(file === undefined || file === MAIN_FILE ? {} : { file: place(file) }),
    })),
    machine: output.machine.map(({ kind, text }) => ({ kind, text: clean(text) })),
  };
}

async function diagnosticsOf(
  document: OpenDocument,
  verdict: SshdVerdict,
  { documents, files }: SshdCheckEnvironment,
  dialect: Dialect,
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const found = new Map<string, readonly Diagnostic[]>([[document.snapshot.uri, mainDiagnostics(document, verdict)]]);
  const others = new Set(verdict.messages.flatMap(({ file }) => file ?? []));
  for (const uri of others) {
    const open = await documents.ready(uri);
    const text =
      open === undefined
        ? await closedText(uri, files, dialect)
        : { tree: open.snapshot.tree, positionAt: open.positionAt };
    const about = verdict.messages.filter(({ file }) => file === uri);
    found.set(uri, includedDiagnostics(text, about, verdict));
  }
  return found;
}

async function closedText(uri: string, files: FileSystem, dialect: Dialect): Promise<PlacedText> {
  const bytes = await files.read(uri, LARGEST);
  const text = new TextDecoder().decode(bytes ?? new Uint8Array());
  const positions = TextDocument.create(uri, 'sshd_config', 0, text);
  return { tree: parse(text, dialect), positionAt: (offset) => positions.positionAt(offset) };
}
