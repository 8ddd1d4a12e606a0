// The commands of `sshd-config`. Reads and writes only through what it is given.
import { version } from '../../package.json';
import { TARGETS } from '../catalog/targets';
import { DEFAULT_SETTINGS } from '../model/snapshot';
import { check, snapshotOf } from '../service';
import type { FileSystem } from '../workspace/file-system';
import { systemTargets } from '../workspace/system-target';
import { type CheckCommand, commandOf, USAGE } from './arguments';
import { decoded } from './decode';
import { type FileReport, jsonReport, textReport } from './report';

/** The outside world of the command line. */
export interface CliWorld {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The bytes of a file named on the command line; `-` is standard input. Rejects when it cannot be read. */
  readonly readFile: (name: string) => Promise<Uint8Array>;
  /** The URI of a file named on the command line. */
  readonly uriOf: (name: string) => string;
  readonly files: FileSystem;
}

/** 0: no errors; 1: errors found; 2: wrong usage, or something could not be read or checked. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command that `words` name. */
export async function runCli(words: readonly string[], world: CliWorld): Promise<ExitCode> {
  const command = commandOf(words);
  switch (command.kind) {
    case 'check':
      return checkFiles(command, world);
    case 'misuse':
      world.err(`sshd-config: ${command.message}\n\n${USAGE}`);
      return 2;
    case 'help':
      world.out(USAGE);
      return 0;
    case 'version':
      world.out(`${version}\n`);
      return 0;
    case 'targets':
      world.out(TARGETS.map(({ id, label }) => `${id.padEnd(16)}${label}\n`).join(''));
      return 0;
  }
}

async function checkFiles(command: CheckCommand, world: CliWorld): Promise<ExitCode> {
  const systems = systemTargets(world.files);
  const reports: FileReport[] = [];
  let failed = false;
  const complain = (message: string) => {
    failed = true;
    world.err(`sshd-config: ${message}\n`);
  };
  for (const file of command.files) {
    const bytes = await world
      .readFile(file)
      .catch((error: unknown) => complain(`cannot read ${file}: ${reasonOf(error)}`));
    if (bytes === undefined) continue;
    const uri = world.uriOf(file);
    const systemTarget = await systems.targetOf(uri);
    const report = fileReport(command, { file, uri, bytes, systemTarget }, complain);
    if (command.format === 'text') world.out(textReport(report));
    reports.push(report);
  }
  if (command.format === 'json') world.out(jsonReport(reports));
  if (failed) return 2;
  return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

interface Source {
  readonly file: string;
  readonly uri: string;
  readonly bytes: Uint8Array;
  readonly systemTarget: CheckCommand['target'] | undefined;
}

function fileReport(
  { target }: CheckCommand,
  { file, uri, bytes, systemTarget }: Source,
  complain: (message: string) => void,
): FileReport {
  const { text, byteOrderMark } = decoded(bytes);
  const facts = {
    settings: DEFAULT_SETTINGS,
    byteOrderMark,
    ...(target ? { target } : {}),
    ...(systemTarget ? { systemTarget } : {}),
  };
  const snapshot = snapshotOf(uri, text, facts);
  const findings = check(snapshot, (rule, error) => complain(`rule ${rule} failed on ${file}: ${reasonOf(error)}`));
  return { file, text, target: snapshot.catalog.target.id, findings };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
