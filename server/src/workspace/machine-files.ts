// Looks up what the configuration of this machine names: which files are not there, and who may read and write those that matter. Opens nothing.
import { catalogAt } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import { type Configuration, readConfiguration } from '../model/configuration';
import type { MachineFiles, Permissions } from '../model/machine-files';
import { pathWords } from '../model/named-paths';
import type { SourceSet } from '../model/source-set';
import type { DiskCache } from './disk-cache';
import type { FileSystem } from './file-system';
import { lookFor } from './named-files';
import type { RootMapping } from './root-mapping';

// Whose configuration lies elsewhere, even on this machine, is for another one, or for none yet.
const OWN = /^file:\/\/\/(usr\/)?etc\/ssh\/[^/]+$/;
const MOST_FILES = 200;

// A path may lead to a network drive that does not answer.
const LONGEST_LOOK_MS = 1500;

/** Undefined: the files are not the configuration of this machine, or it does not tell in time. Never rejects. */
export async function machineFiles(...asked: Parameters<typeof look>): Promise<MachineFiles | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LONGEST_LOOK_MS, undefined);
  });
  try {
    return await Promise.race([look(...asked), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function look(
  sources: SourceSet,
  target: Target,
  mapping: RootMapping,
  disk: Pick<DiskCache, 'entries'>,
  files: FileSystem,
): Promise<MachineFiles | undefined> {
  const { permissions } = files;
  if (permissions === undefined || !OWN.test(sources.main)) return undefined;
  const configuration = readConfiguration(sources, catalogAt(target));
  const paths = [...new Set(namedBy(configuration, target))];
  const { there, absent } = await lookFor(paths, mapping, disk);
  const known = new Map<string, Permissions>();
  const wanted = [...configuration.readings.map(({ file }) => file), ...hostKeys(configuration, there)];
  const ask = async ({ uri, path }: { readonly uri: string; readonly path: string }) => {
    const found = await permissions(uri);
    if (found !== undefined) known.set(path, found);
  };
  await Promise.all(wanted.slice(0, MOST_FILES).map(ask));
  return { absent, permissions: known };
}

function namedBy({ readings }: Configuration, target: Target): readonly string[] {
  return readings.flatMap(({ model }) =>
    model.directives.flatMap((placed) => pathWords(placed, target).map(({ value }) => value)),
  );
}

function* hostKeys({ settersOf }: Configuration, there: ReadonlyMap<string, string>) {
  for (const { placed } of settersOf('HostKey')) {
    const path = placed.line.words[0]?.value ?? '';
    const uri = there.get(path);
    if (uri !== undefined) yield { uri, path };
  }
}
