// Why the target's sshd refuses a configuration of several files, the first reason in its order: when it reads them, or for a connection.
import type { ArgumentProblem } from '../../catalog/arguments/argument-kind';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import { settingUnreadOnceSet } from '../file-model';
import { isMisplaced, lineProblems } from '../line-problems';
import { actingLine, type FittingBlocks, isInFittingBlock } from './acting-lines';
import { lateAny, startRefusal } from './start-refusals';

/** One reason. */
export interface Refusal {
  /** `reading`: sshd does not start. `connection`: it drops the connection. `question`: only `sshd -T` stops, for want of facts. */
  readonly phase: 'reading' | 'connection' | 'question';
  readonly message: string;
  readonly by?: DirectiveInFile;
}

const WHEN_READ = new WeakMap<Configuration, { readonly refusal: Refusal | undefined }>();

/** Why sshd does not start on these files. */
export function refusalWhenRead(configuration: Configuration): Refusal | undefined {
  const known = WHEN_READ.get(configuration) ?? { refusal: findWhenRead(configuration) };
  WHEN_READ.set(configuration, known);
  return known.refusal;
}

function findWhenRead(configuration: Configuration): Refusal | undefined {
  const decides = firstOfSlot();
  for (const at of configuration.directives) {
    const message = lineRefusal(at, configuration, at.placed.active && decides(at));
    if (message !== undefined) return { phase: 'reading', message, by: at };
  }
  const starting = startRefusal(configuration);
  return starting && { phase: 'reading', ...starting };
}

/** Whether a line is the first of its directive that is asked about: what an earlier one has set is checked, but not put together. */
function firstOfSlot(): (at: DirectiveInFile) => boolean {
  const seen = new Set<string>();
  return ({ placed: { directive } }) => {
    if (directive === undefined || seen.has(directive.slot)) return false;
    seen.add(directive.slot);
    return true;
  };
}

function lineRefusal({ placed }: DirectiveInFile, { catalog }: Configuration, decides: boolean): string | undefined {
  const { directive, line } = placed;
  if (directive === undefined) return `The target's sshd knows no directive \`${line.keyword.value}\`.`;
  if (isMisplaced(placed)) return `sshd refuses \`${directive.keyword}\` inside a Match block.`;
  if (line.unclosedQuote !== undefined && catalog.since('8.7p1')) return 'A quote never closes.';
  return lineProblems(placed, catalog.target).find((one) => decides || !one.afterReading)?.message;
}

/** Why sshd drops the connection, or `sshd -T` does not answer for it. */
export function refusalOfConnection(
  configuration: Configuration,
  connection: ConnectionSpec | undefined,
  fitting: FittingBlocks,
): Refusal | undefined {
  const { unfit, again } = fitting;
  const incomplete = incompleteQuestion(configuration, connection);
  if (incomplete !== undefined) return incomplete;
  if (unfit !== undefined)
    return { phase: unfit.kind === 'refused' ? 'connection' : 'question', message: unfit.message, by: unfit.by };
  return again ? refusalInBlocks(configuration, fitting) : undefined;
}

// Up to 7.6 -C names user, host and address, or is not given.
function incompleteQuestion({ catalog }: Configuration, connection: ConnectionSpec | undefined): Refusal | undefined {
  if (connection === undefined || catalog.since('7.7p1')) return undefined;
  const { user, host, address } = connection;
  if (user !== undefined && host !== undefined && address !== undefined) return undefined;
  return { phase: 'question', message: 'Up to OpenSSH 7.6 `sshd -T -C` wants user, host and address.' };
}

// sshd reads all lines anew, with nothing set and only the lines of blocks that fit in force.
function refusalInBlocks(configuration: Configuration, { fits }: FittingBlocks): Refusal | undefined {
  const { catalog, directives } = configuration;
  const acts = ({ placed }: DirectiveInFile) => isInFittingBlock(placed, fits);
  const decidesFirst = firstOfSlot();
  const set = new Set<string>();
  for (const at of directives) {
    const { placed } = at;
    const active = acts(at);
    // What was looked at before is no different where it does not act now.
    if (!active && !placed.unread) continue;
    const decides = active && decidesFirst(at);
    const name = settingUnreadOnceSet(placed);
    const unread = name !== undefined && set.has(name);
    if (name !== undefined && active) set.add(name);
    const checked = placed.directive?.argument.check({ ...actingLine(at, catalog, true), active });
    const counts = ({ rule, afterReading = false }: ArgumentProblem) => {
      // Lists are put together anew for each connection; all else below Match all was judged when the files were read.
      if (afterReading) return decides;
      if (placed.active && !placed.unread) return false;
      // Of what is not looked at any more, sshd still asks whether it is there.
      return !unread || rule === 'missing-argument';
    };
    const message = checked?.problems.find(counts)?.message;
    if (message !== undefined) return { phase: 'connection', message, by: at };
  }
  const [late] = lateAny(configuration, acts);
  if (late !== undefined)
    return { phase: 'connection', message: '`AuthenticationMethods any` stands behind another line.', by: late.at };
  return crashOfSubsystems(configuration, acts);
}

// From 9.5 to 10.2 sshd crashes where blocks define subsystems and the global section none.
function crashOfSubsystems(
  { catalog, settersOf }: Configuration,
  acts: (at: DirectiveInFile) => boolean,
): Refusal | undefined {
  if (!catalog.since('9.5p1') || catalog.since('10.3p1')) return undefined;
  const lines = settersOf('Subsystem');
  const by = lines.some(({ placed }) => placed.active) ? undefined : lines.find(acts);
  return by && { phase: 'connection', message: 'Without a global Subsystem sshd crashes on this one.', by };
}
