// What completion offers for a path at the `<|>` of a text, with files around it that an in-memory file system holds.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { completions, folderWanted } from '../../server/src/features/completion';
import { folderListing } from '../../server/src/workspace/folder-listing';
import { mappingFor } from '../../server/src/workspace/root-mapping';
import { accepted } from './expect-completion';
import { documentAtCursor } from './feature-document';
import { memoryFiles } from './memory-files';
import type { FileContent, SnapshotOptions } from './snapshot';

export interface PathOptions extends SnapshotOptions {
  /** Where the file lies. */
  readonly uri?: string;
  /** By path; the prefix of the file system is `file://`. */
  readonly disk: Readonly<Record<string, FileContent>>;
}

/** The files and folders offered, in the order an editor shows them, each with what the text becomes. */
export async function offeredPaths(marked: string, { disk, ...options }: PathOptions) {
  const { document, position } = documentAtCursor(marked, options);
  const wanted = folderWanted(document, position);
  const mapping = mappingFor(options.uri ?? 'file:///srv/web/etc/ssh/sshd_config', [], 'folder');
  const listing = wanted && (await folderListing(wanted, mapping, memoryFiles(disk)));
  const { items, isIncomplete } = completions(
    document,
    position,
    { snippets: false, suggestCommand: 'again' },
    listing,
  );
  const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  const paths = sorted.filter(({ kind }) => kind === CompletionItemKind.File || kind === CompletionItemKind.Folder);
  return {
    all: sorted.map(({ label }) => label),
    labels: paths.map(({ label }) => label),
    after: (label: string) => {
      const item = sorted.find((one) => one.label === label);
      if (item === undefined) throw new Error(`${label} is not offered, but ${sorted.map((one) => one.label)}`);
      return accepted(document, item);
    },
    items: sorted,
    isIncomplete,
  };
}
