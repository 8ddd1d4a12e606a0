// The files around each open document: where they lie, what was read of them, and what has to be watched. Judges nothing.
import { catalogAt } from '../catalog/catalog';
import type { FolderListing, WantedFolder } from '../model/folder-listing';
import type { SourceSet } from '../model/source-set';
import { type FileFacts, targetFor } from '../service';
import { accountLists } from '../workspace/accounts';
import { loadAround, type OpenFiles } from '../workspace/config-loader';
import { diskCache } from '../workspace/disk-cache';
import type { FileSystem } from '../workspace/file-system';
import { folderListing } from '../workspace/folder-listing';
import { mappingFor, type RootMapping } from '../workspace/root-mapping';
import { rootUris } from '../workspace/root-setting';
import { systemTargets } from '../workspace/system-target';
import { failureText, type Log } from './run-safe';

/** What is needed from outside. */
export interface FilesEnvironment {
  readonly files: FileSystem;
  /** The texts that the editor holds. */
  readonly open: OpenFiles;
  readonly workspaceFolders: () => readonly string[];
  readonly log: Log;
}

export interface ConfigurationFiles {
  /** The facts of a document with its system's target and the files it is read with. Never rejects. */
  readonly around: (uri: string, roots: readonly string[], facts: FileFacts) => Promise<FileFacts>;
  /** What the folder holds that a path in the file leads to; undefined where that is not known. Never rejects. */
  readonly listing: (uri: string, roots: readonly string[], wanted: WantedFolder) => Promise<FolderListing | undefined>;
  /** A file or folder came, went or changed. */
  readonly forget: (uri: string) => void;
  /** Everything may have changed. */
  readonly forgetAll: () => void;
  /** Folders whose entries and files were asked for. */
  readonly folders: () => readonly string[];
}

export function configurationFiles({ files, open, workspaceFolders, log }: FilesEnvironment): ConfigurationFiles {
  const systems = systemTargets(files);
  const accounts = accountLists(files);
  const disk = diskCache(files);
  const load = async (uri: string, mapping: RootMapping, facts: FileFacts): Promise<FileFacts> => {
    const catalogOf = (sources: SourceSet) =>
      catalogAt(targetFor(open.source(uri, mapping.pathOf(uri))?.text ?? '', { ...facts, sources }));
    try {
      return { ...facts, sources: await loadAround(uri, { mapping, open, catalogOf }, disk) };
    } catch (error) {
      log(failureText('the files of a configuration', error));
      return facts;
    }
  };
  const mappingOf = (uri: string, roots: readonly string[]) =>
    mappingFor(uri, rootUris(roots, uri, workspaceFolders()), 'folder');
  return {
    listing: (uri, roots, wanted) => folderListing(wanted, mappingOf(uri, roots), files),
    around: async (uri, roots, facts) => {
      const mapping = mappingOf(uri, roots);
      const { root } = mapping;
      const [systemTarget, known] =
        root === undefined ? [] : await Promise.all([systems.targetBelow(root), accounts.below(root)]);
      const ofSystem = {
        ...(systemTarget === undefined ? {} : { systemTarget }),
        ...(known === undefined ? {} : { accounts: known }),
      };
      return load(uri, mapping, { ...facts, ...ofSystem });
    },
    forget: disk.forget,
    forgetAll: () => {
      systems.forgetAll();
      accounts.forgetAll();
      disk.forgetAll();
    },
    folders: disk.folders,
  };
}
