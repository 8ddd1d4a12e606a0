// `sshd-config effective`: what holds for one connection, as the lines of `sshd -T` or as JSON with the lines that decide.
import { plainText } from '../base/plain-text';
import type { Configuration, DirectiveInFile } from '../model/configuration';
import { type EffectiveConfig, effectiveConfig, type Refused } from '../model/effective/effective-config';
import { inDumpOrder, printedLines } from '../model/effective/printed-lines';
import type { EffectiveCommand } from './effective-arguments';
import { loadedConfiguration } from './loaded-configuration';
import type { CliWorld } from './world';

/** Prints it. 0: sshd answers, 1: it refuses, 2: the file cannot be read. */
export async function printEffective(command: EffectiveCommand, world: CliWorld): Promise<0 | 1 | 2> {
  const configuration = await loadedConfiguration(command, world);
  if (typeof configuration === 'string') {
    await world.err(`sshd-config: ${configuration}\n`);
    return 2;
  }
  const config = effectiveConfig(configuration, command.connection, { asTested: true });
  const placeOf = placesIn(command, world);
  if (command.format === 'json') await world.out(`${jsonOf(config, configuration, placeOf)}\n`);
  else if (config.kind === 'settings')
    await world.out(
      printedLines(config.settings)
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (config.kind === 'settings') return 0;
  await world.err(`${refusalText(config, placeOf)}\n`);
  return 1;
}

interface Place {
  readonly path: string;
  /** As sshd counts, from 1. */
  readonly line: number;
}

function placesIn({ file }: EffectiveCommand, world: CliWorld): (at: DirectiveInFile) => Place {
  return ({ reading, placed }) => ({ path: world.pathOf(reading.file.uri, file), line: placed.lineIndex + 1 });
}

function refusalText({ message, by }: Refused, placeOf: (at: DirectiveInFile) => Place): string {
  const place = by && placeOf(by);
  return `${place === undefined ? 'sshd-config' : `${place.path}:${place.line}`}: ${plainText(message)}`;
}

function jsonOf(config: EffectiveConfig, { catalog }: Configuration, placeOf: (at: DirectiveInFile) => Place): string {
  const target = catalog.target.id;
  if (config.kind === 'refused') {
    const { phase, message, by } = config;
    return JSON.stringify({ target, refused: { phase, message: plainText(message), ...(by ? placeOf(by) : {}) } });
  }
  const settings = inDumpOrder(config.settings).map(({ keyword, values, isDefault, by, beaten }) => ({
    keyword,
    values,
    default: isDefault,
    by: by.map(placeOf),
    beaten: beaten.map((one) => ({ ...placeOf(one.line), by: placeOf(one.by), because: one.because })),
  }));
  return JSON.stringify({ target, settings });
}
