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
import { machineFiles } from '../workspace/machine-files';
import { lookFor } from '../workspace/named-files';
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
  /** Where files lie that the file names by their path, of those that are there. Never rejects. */
  readonly there: (
    uri: string,
    roots: readonly string[],
    paths: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
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
  // Folders that are only looked into are not worth watching: what is in them is asked again when the user comes back.
  const aside = diskCache(files);
  const load = async (uri: string, mapping: RootMapping, facts: FileFacts): Promise<FileFacts> => {
    const catalogOf = (sources: SourceSet) =>
      catalogAt(targetFor(open.source(uri, mapping.pathOf(uri))?.text ?? '', { ...facts, sources }));
    try {
      const sources = await loadAround(uri, { mapping, open, catalogOf }, disk);
      const machine = await machineFiles(sources, catalogOf(sources).target, mapping, aside, files);
      return { ...facts, sources, ...(machine === undefined ? {} : { machine }) };
    } catch (error) {
      log(failureText('the files of a configuration', error));
      return facts;
    }
  };
  const mappingOf = (uri: string, roots: readonly string[]) =>
    mappingFor(uri, rootUris(roots, uri, workspaceFolders()), 'folder');
  return {
    listing: (uri, roots, wanted) => folderListing(wanted, mappingOf(uri, roots), files),
    there: async (uri, roots, paths) => (await lookFor(paths, mappingOf(uri, roots), aside)).there,
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
    forget: (uri) => {
      disk.forget(uri);
      aside.forget(uri);
    },
    forgetAll: () => {
      systems.forgetAll();
      accounts.forgetAll();
      disk.forgetAll();
      aside.forgetAll();
    },
    folders: disk.folders,
  };
}
