// The configuration of one file as the main file, its Includes followed. The file is the one sshd is started with, whatever includes it elsewhere.
import { catalogAt } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import { type Configuration, readConfiguration } from '../model/configuration';
import { targetFor } from '../service';
import { fileLoader } from './loaded-files';
import type { CliWorld } from './world';

/** Which file, and as whose. */
export interface MainFile {
  readonly file: string;
  readonly target?: Target;
  /** The folder that stands for `/`. */
  readonly root?: string;
}

/** The configuration, or why there is none, in words. */
export async function loadedConfiguration(main: MainFile, world: CliWorld): Promise<Configuration | string> {
  if (main.root !== undefined && !(await world.isFolder(main.root))) return `no such folder: ${main.root}`;
  try {
    const { uri, text, facts } = await fileLoader(main, world).load(main.file);
    if (facts.sources === undefined) return `nothing loaded of ${main.file}`;
    return readConfiguration({ ...facts.sources, main: uri }, catalogAt(targetFor(text, facts)));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
