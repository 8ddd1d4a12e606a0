// A file that the command line names, with all that sshd reads together with it. Says nothing of what it finds.
import { catalogAt } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import type { RuleSettings } from '../model/rule-settings';
import { DEFAULT_SETTINGS } from '../model/snapshot';
import type { SourceFile } from '../model/source-set';
import { type FileFacts, targetFor } from '../service';
import { loadAround, type OpenFiles } from '../workspace/config-loader';
import { type Decoded, decoded } from '../workspace/decode';
import { type DiskCache, diskCache } from '../workspace/disk-cache';
import { machineFiles } from '../workspace/machine-files';
import { mappingFor, type RootMapping, treeMapping } from '../workspace/root-mapping';
import { systemTargets } from '../workspace/system-target';
import type { CliWorld } from './world';

/** What the command line says beside the file's name. */
export interface Whereabouts {
  /** Absent: found for each file. */
  readonly target?: Target;
  /** The folder that stands for `/`. */
  readonly root?: string;
  /** Absent: as for a user who has set nothing. */
  readonly rules?: RuleSettings;
}

/** A file of a configuration, which `facts.sources` holds. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly facts: FileFacts;
}

/** A file that the command line names, and how it lies on the disk. */
export interface NamedFile extends ConfigFile {
  readonly place: string;
  readonly form: Omit<Decoded, 'text'>;
}

export interface FileLoader {
  /** Rejects, with a message for people, when the file cannot be read. */
  readonly load: (name: string) => Promise<NamedFile>;
  readonly uriOf: (name: string) => string;
}

/** Loads one file after another; what was read is kept as long as the next belongs to the same configuration. */
export function fileLoader({ target, root, rules }: Whereabouts, world: CliWorld): FileLoader {
  const systems = systemTargets(world.files);
  const tree = root === undefined ? undefined : world.uriOf(root);
  const placeOf = (name: string) => (root === undefined || name === '-' ? name : world.pathBelow(root, name));
  let disk = diskCache(world.files);
  let known = new Set<string>();
  const load = async (name: string): Promise<NamedFile> => {
    const place = placeOf(name);
    const bytes = await world.readFile(place).catch((error: unknown) => {
      throw new Error(`cannot read ${place}: ${error instanceof Error ? error.message : String(error)}`);
    });
    const uri = world.uriOf(place);
    if (!known.has(uri)) disk = diskCache(world.files);
    const mapping = tree === undefined ? mappingFor(uri, [], 'host') : treeMapping(tree, false);
    const systemTarget = await (tree === undefined ? systems.targetOf(uri) : systems.targetBelow(tree));
    const { text, ...form } = decoded(bytes);
    const { byteOrderMark } = form;
    const facts: FileFacts = {
      settings: rules === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, rules },
      byteOrderMark,
      ...(target ? { askedTarget: target } : {}),
      ...(systemTarget ? { systemTarget } : {}),
    };
    const file = { uri, path: name === '-' ? '/etc/ssh/sshd_config' : mapping.pathOf(uri), text, byteOrderMark };
    const sources = await loaded(file, name === '-' ? { ...mapping, mains: [] } : mapping, facts, disk);
    known = new Set(sources.sources.keys());
    const machine = await machineFiles(sources, targetFor(text, { ...facts, sources }), mapping, disk, world.files);
    return { uri, text, facts: { ...facts, sources, ...(machine ? { machine } : {}) }, place, form };
  };
  return { load, uriOf: (name) => world.uriOf(placeOf(name)) };
}

function loaded(file: Omit<SourceFile, 'kind'>, mapping: RootMapping, facts: FileFacts, disk: DiskCache) {
  const source: SourceFile = { kind: 'file', ...file };
  const open: OpenFiles = { uris: () => [file.uri], source: (uri) => (uri === file.uri ? source : undefined) };
  const catalogOf: Parameters<typeof loadAround>[1]['catalogOf'] = (sources) =>
    catalogAt(targetFor(file.text, { ...facts, sources }));
  return loadAround(file.uri, { mapping, open, catalogOf }, disk);
}
