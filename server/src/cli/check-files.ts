// `sshd-config check`: each file with those it includes; configuration by configuration, one forgotten before the next is read. What is printed, report.ts says.
import { check, snapshotOf } from '../service';
import { encoded } from '../workspace/decode';
import type { CheckCommand } from './arguments';
import { fixed, type Judged } from './fix';
import { type ConfigFile, fileLoader, type NamedFile } from './loaded-files';
import { type FileReport, jsonReport, textReport } from './report';
import type { CliWorld } from './world';

/** How it went: whether something could not be read or checked, and whether there were errors. */
export interface Outcome {
  readonly failed: boolean;
  readonly errors: boolean;
}

type Complain = (message: string) => Promise<void>;

/** Checks every file and prints what it finds. */
export async function checkFiles(command: CheckCommand, world: CliWorld): Promise<Outcome> {
  let failed = false;
  let errors = false;
  const complain: Complain = async (message) => {
    failed = true;
    await world.err(`sshd-config: ${message}\n`);
  };
  if (command.root !== undefined && !(await world.isFolder(command.root))) {
    await complain(`no such folder: ${command.root}`);
    return { failed, errors };
  }
  const loader = fileLoader(command, world);
  // A file that is named is reported by that name, in its turn.
  const seen = new Set(command.files.map((file) => loader.uriOf(file)));
  const print = printer(command, world);
  for (const file of new Set(command.files)) {
    for await (const report of reportsOn(file, { command, world, loader, seen, complain })) {
      errors ||= report.findings.some(({ severity }) => severity === 'error');
      await print.file(report);
    }
  }
  await print.end();
  return { failed, errors };
}

interface Surroundings {
  readonly command: CheckCommand;
  readonly world: CliWorld;
  readonly loader: ReturnType<typeof fileLoader>;
  /** Files that are reported elsewhere. */
  readonly seen: Set<string>;
  readonly complain: Complain;
}

/** The file's report and, behind it, those of what it includes. */
async function* reportsOn(name: string, around: Surroundings): AsyncGenerator<FileReport> {
  const { command, world, loader, seen, complain } = around;
  const failures = new Set<string>();
  try {
    const file = await loader.load(name);
    const judge = (text: string): Judged => judgedAs({ ...file, text }, name, failures);
    const { judged, ...after } = command.fix
      ? fixed(file.text, judge)
      : { judged: judge(file.text), text: file.text, count: 0 };
    if (after.count > 0) await write(name, file, after, around);
    yield reportOf(judged, name);
    for (const one of included(judged, file)) {
      if (seen.has(one.uri)) continue;
      seen.add(one.uri);
      const path = world.pathOf(one.uri, name);
      yield reportOf(judgedAs(one, path, failures), path);
    }
  } catch (error) {
    await complain(reasonOf(error));
  }
  for (const failure of failures) await complain(failure);
}

function judgedAs({ uri, text, facts }: ConfigFile, path: string, failures: Set<string>): Judged {
  const snapshot = snapshotOf(uri, text, facts);
  const findings = check(snapshot, (rule, error) => failures.add(`rule ${rule} failed on ${path}: ${reasonOf(error)}`));
  return { snapshot, findings };
}

function reportOf({ snapshot: { tree, catalog, configuration }, findings }: Judged, path: string): FileReport {
  return { path, tree, target: catalog.target.id, findings, sources: configuration.sources };
}

/** What the file includes, and what that includes, as sshd reads it. */
function included({ snapshot: { configuration, reading } }: Judged, { facts }: ConfigFile): readonly ConfigFile[] {
  const inside = new Set([reading]);
  const found = new Map<string, ConfigFile>();
  for (const one of configuration.readings) {
    if (one.via === undefined || !inside.has(one.via.reading)) continue;
    inside.add(one);
    const { uri, text, byteOrderMark } = one.file;
    found.set(uri, { uri, text, facts: { ...facts, byteOrderMark, sources: configuration.sources } });
  }
  return [...found.values()];
}

async function write(
  name: string,
  { place, form }: NamedFile,
  { text, count }: { readonly text: string; readonly count: number },
  { world, complain }: Surroundings,
): Promise<void> {
  const failed = await world.writeFile(place, encoded(text, form)).catch(reasonOf);
  if (failed !== undefined) await complain(`cannot write ${place}: ${failed}`);
  else await world.err(`sshd-config: ${name}: ${count === 1 ? '1 fix' : `${count} fixes`} written\n`);
}

interface Printer {
  readonly file: (report: FileReport) => Promise<void>;
  readonly end: () => Promise<void>;
}

function printer({ format, target }: CheckCommand, world: CliWorld): Printer {
  if (format === 'text') return { file: (report) => world.out(textReport(report)), end: async () => undefined };
  const targets = new Set<string>(target === undefined ? [] : [target.id]);
  let before = '{"files":[\n';
  return {
    file: async (report) => {
      targets.add(report.target);
      await world.out(before + jsonReport(report));
      before = ',\n';
    },
    // The target stands last: it is known when every file has been read, and none is kept until then.
    end: () =>
      world.out(`${before.startsWith('{') ? before : '\n'}],"target":${JSON.stringify(commonTarget(targets))}}\n`),
  };
}

// Files that belong to different systems each name their own.
function commonTarget(targets: ReadonlySet<string>): string {
  const [first = 'auto', ...more] = targets;
  return more.length === 0 ? first : 'auto';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
