// "Check with the installed sshd": may it, which one, on what, and what becomes of its answer. Never starts a program without trust.
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dialectOf, NEWEST_TARGET, targetNamed } from '../catalog/targets';
import { parse } from '../syntax/parse';
import type { Dialect } from '../syntax/tree';
import { bytesIn, type FileSystem, LARGEST_FILE } from '../workspace/file-system';
import { decodedUri } from '../workspace/file-uri';
import { sshdMessages } from '../workspace/sshd-messages';
import { type SshdProgram, sshdVersion } from '../workspace/sshd-program';
import type { Documents, OpenDocument } from './documents';
import type { CheckWithSshdResult } from './messages';
import { type OpenText, openTexts } from './open-texts';
import type { SshdSettings } from './settings';
import { copyOfOpen, inTheirPlaces } from './sshd-copy';
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
  const copy = await copyOfOpen(document, open, environment.files, dialect);
  const ran = await program.test(path, copy.filesIn);
  const files = [...new Set([...copy.origins.values()].map((one) => open.get(decodedUri(one))?.uri ?? one))];
  if (await changedMeanwhile(document, files, open, environment.documents)) return NOT_RUN.changed;
  const output = inTheirPlaces(sshdMessages(ran.output, ran.code === 0), ran, copy, program, open);
  const accepted = acceptance(ran, output);
  const messages = output.messages.map(({ file, ...rest }) =>
    file === undefined || decodedUri(file) === decodedUri(uri) ? rest : { file, ...rest },
  );
  const verdict: SshdVerdict = { version, messages, ...(accepted === undefined ? {} : { accepted }) };
  const diagnostics = await diagnosticsOf(document, verdict, environment, dialect);
  environment.results.keep(uri, { diagnostics, files });
  const name = /[^/:]*$/.exec(decodedUri(uri))?.[0] ?? '';
  return answerTo(version, name, ran, output, copy.unreadable.map(decodedUri));
}

async function changedMeanwhile(
  { snapshot: { uri, tree } }: OpenDocument,
  files: readonly string[],
  before: ReadonlyMap<string, OpenText>,
  documents: Documents,
): Promise<boolean> {
  const now = await openTexts(documents);
  return files.some((file) => {
    const text = file === uri ? tree.text : before.get(decodedUri(file))?.text;
    return now.get(decodedUri(file))?.text !== text;
  });
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
  const bytes = bytesIn(await files.read(uri, LARGEST_FILE));
  const text = new TextDecoder().decode(bytes ?? new Uint8Array());
  const positions = TextDocument.create(uri, 'sshd_config', 0, text);
  return { tree: parse(text, dialect), positionAt: (offset) => positions.positionAt(offset) };
}
