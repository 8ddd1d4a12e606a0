// `sshd-config check`: file by file, each forgotten before the next is read. What is printed, report.ts says.
import type { Target } from '../catalog/targets';
import type { RuleSettings } from '../model/rule-settings';
import { DEFAULT_SETTINGS } from '../model/snapshot';
import { check, snapshotOf } from '../service';
import { type SystemTargets, systemTargets } from '../workspace/system-target';
import type { CheckCommand } from './arguments';
import { decoded, encoded } from './decode';
import { fixed, type Judged } from './fix';
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
  const systems = systemTargets(world.files);
  const print = printer(command, world);
  for (const file of command.files) {
    const report = await reportOf(file, command, { world, systems, complain });
    if (report === undefined) continue;
    errors ||= report.findings.some(({ severity }) => severity === 'error');
    await print.file(report);
  }
  await print.end();
  return { failed, errors };
}

interface Surroundings {
  readonly world: CliWorld;
  readonly systems: SystemTargets;
  readonly complain: Complain;
}

async function reportOf(
  file: string,
  { target, root, rules, fix }: CheckCommand,
  { world, systems, complain }: Surroundings,
): Promise<FileReport | undefined> {
  const place = root === undefined || file === '-' ? file : world.pathBelow(root, file);
  const bytes = await world.readFile(place).catch((error: unknown) => reasonOf(error));
  if (typeof bytes === 'string') {
    await complain(`cannot read ${place}: ${bytes}`);
    return undefined;
  }
  const uri = world.uriOf(place);
  const systemTarget = await (root === undefined ? systems.targetOf(uri) : systems.targetBelow(world.uriOf(root)));
  const { text, ...form } = decoded(bytes);
  const failures = new Set<string>();
  const judge = (now: string): Judged => {
    const facts = factsOf(target, systemTarget, rules);
    const snapshot = snapshotOf(uri, now, { byteOrderMark: form.byteOrderMark, ...facts });
    const findings = check(snapshot, (rule, error) =>
      failures.add(`rule ${rule} failed on ${file}: ${reasonOf(error)}`),
    );
    return { snapshot, findings };
  };
  const { judged, ...after } = fix ? fixed(text, judge) : { judged: judge(text), text, count: 0 };
  if (after.count > 0) {
    const failed = await world.writeFile(place, encoded(after.text, form)).catch(reasonOf);
    if (failed !== undefined) await complain(`cannot write ${place}: ${failed}`);
    else await world.err(`sshd-config: ${file}: ${after.count === 1 ? '1 fix' : `${after.count} fixes`} written\n`);
  }
  for (const failure of failures) await complain(failure);
  const { snapshot, findings } = judged;
  const { tree, catalog, configuration } = snapshot;
  return { path: file, tree, target: catalog.target.id, findings, sources: configuration.sources };
}

function factsOf(askedTarget: Target | undefined, systemTarget: Target | undefined, rules: RuleSettings) {
  return {
    settings: { ...DEFAULT_SETTINGS, rules },
    ...(askedTarget ? { askedTarget } : {}),
    ...(systemTarget ? { systemTarget } : {}),
  };
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
