// From the editor's texts to sshd's copies and back: what is copied for a document, and which file a message about a copy means. Writes nothing.
import type { Dialect } from '../syntax/tree';
import { type FileSystem, LARGEST_FILE } from '../workspace/file-system';
import { decodedUri } from '../workspace/file-uri';
import { systemRoot } from '../workspace/root-mapping';
import { MIRROR, type ScratchCopy, scratchCopy } from '../workspace/scratch-copy';
import type { SshdOutput } from '../workspace/sshd-messages';
import { MAIN_FILE, type SshdProgram, type TestRun } from '../workspace/sshd-program';
import type { OpenDocument } from './documents';
import type { OpenText } from './open-texts';

const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/])/;

/** The copy of an open document; what is open goes before what is on disk. */
export function copyOfOpen(
  { snapshot }: OpenDocument,
  open: ReadonlyMap<string, OpenText>,
  files: FileSystem,
  dialect: Dialect,
): Promise<ScratchCopy> {
  const { uri, tree, byteOrderMark } = snapshot;
  const root = mirroredRoot(uri, open);
  const bytes = new TextEncoder().encode((byteOrderMark ? '\ufeff' : '') + tree.text);
  return scratchCopy(
    { uri, bytes, ...(root === undefined ? {} : { root }) },
    {
      entries: files.entries,
      read: async (file) => {
        const text = open.get(decodedUri(file))?.text;
        return text === undefined ? files.read(file, LARGEST_FILE) : new TextEncoder().encode(text);
      },
    },
    dialect,
  );
}

// On its own machine sshd finds what is included by itself, unless the editor holds newer texts.
function mirroredRoot(uri: string, open: ReadonlyMap<string, OpenText>): string | undefined {
  const root = uri.startsWith('file:') ? systemRoot(uri) : undefined;
  if (root !== 'file://') return root;
  const others = [...open.values()].some((other) => other.uri !== uri && other.uri.startsWith('file:///etc/'));
  return others ? root : undefined;
}

/** The messages with URIs for files, and without the scratch folder in their texts. */
export function inTheirPlaces(
  output: SshdOutput,
  { folder }: TestRun,
  { origins }: ScratchCopy,
  { uriOf }: SshdProgram,
  open: ReadonlyMap<string, OpenText>,
): SshdOutput {
  const place = (file: string): { readonly file?: string } => {
    const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
    const uri = origins.get(name) ?? (ABSOLUTE.test(name) ? uriOf(name) : undefined);
    // What is no path of a file can only be about the one that sshd was given.
    return uri === undefined ? {} : { file: open.get(decodedUri(uri))?.uri ?? uri };
  };
  const clean = (text: string): string => text.replaceAll(`${folder}/${MIRROR}`, '').replaceAll(`${folder}/`, '');
  return {
    messages: output.messages.map(({ file, text, ...rest }) => ({
      ...rest,
      text: clean(text),
      ...(file === undefined || file === MAIN_FILE ? {} : place(file)),
    })),
    machine: output.machine.map(({ kind, text }) => ({ kind, text: clean(text) })),
  };
}
