// The commands of `sshd-config`. Reads and writes only through what it is given.
import { version } from '../../package.json';
import { TARGETS } from '../catalog/targets';
import { printAccess } from './access-report';
import type { CheckCommand } from './arguments';
import { commandOf, USAGE } from './arguments';
import { checkFiles } from './check-files';
import { printEffective } from './effective-report';
import { formatFiles } from './format-files';
import { keepaliveReport } from './keepalive';
import type { CliWorld } from './world';

/** 0: no errors; 1: errors found, or files to format; 2: wrong usage, or something could not be read or checked. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command that `words` name. */
export async function runCli(words: readonly string[], world: CliWorld): Promise<ExitCode> {
  const command = commandOf(words);
  switch (command.kind) {
    case 'check':
      return check(command, world);
    case 'format':
      return formatFiles(command, world);
    case 'effective':
      return printEffective(command, world);
    case 'access':
      return printAccess(command, world);
    case 'keepalive':
      return keepaliveReport(command, world);
    case 'misuse':
      await world.err(`sshd-config: ${command.message}\n\n${USAGE}`);
      return 2;
    case 'help':
      await world.out(USAGE);
      return 0;
    case 'version':
      await world.out(`${version}\n`);
      return 0;
    case 'targets':
      await world.out(TARGETS.map(({ id, label }) => `${id.padEnd(16)}${label}\n`).join(''));
      return 0;
  }
}

async function check(command: CheckCommand, world: CliWorld): Promise<ExitCode> {
  const { failed, errors } = await checkFiles(command, world);
  if (failed) return 2;
  return errors ? 1 : 0;
}
