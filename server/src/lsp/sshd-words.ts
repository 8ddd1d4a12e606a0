// The answer to "Check with the installed sshd" in plain words. Decides nothing.
import type { MachineKind, MachineProblem, SshdOutput } from '../workspace/sshd-messages';
import { type TestRun, TIME_LIMIT_MS } from '../workspace/sshd-program';
import type { CheckWithSshdResult } from './messages';

const unknown = (message: string): CheckWithSshdResult => ({ verdict: 'unknown', message, notes: [] });

/** Answers without a run. */
export const NOT_RUN = {
  noPrograms: unknown(
    'There is no sshd to ask here: in a browser no programs run. Open the file in VS Code on a machine that has one.',
  ),
  notTrusted: unknown(
    'The installed sshd is not started, because this workspace is not trusted. Trust it first (in VS Code: "Workspaces: Manage Workspace Trust").',
  ),
  notOpen: unknown('Open an sshd_config file first.'),
  changed: unknown('A file was changed while sshd was reading. Check again.'),
  noneFound: (named: string, places: readonly string[]): CheckWithSshdResult =>
    unknown(
      named === ''
        ? `No sshd was found (looked for: ${places.join(', ')}). Install the OpenSSH server, or name its sshd in the setting sshdConfig.sshd.path.`
        : `${named}, named in the setting sshdConfig.sshd.path, is no program that can be started. It must be an absolute path.`,
    ),
  foreign: (program: string): CheckWithSshdResult =>
    unknown(`${program} does not answer as the sshd of OpenSSH does, so it was not given the file.`),
};

/** Whether sshd accepts the file; undefined when it did not get far enough to say. */
export function acceptance({ code }: TestRun, { messages }: SshdOutput): boolean | undefined {
  if (code === 0) return true;
  return code !== undefined && messages.some(({ warning }) => !warning) ? false : undefined;
}

/** The answer to a run. */
export function answerTo(
  version: string,
  name: string,
  run: TestRun,
  output: SshdOutput,
  unreadable: readonly string[],
): CheckWithSshdResult {
  const notes = [...output.machine.map(note), ...unreadable.map((file) => `${file} is included and cannot be read.`)];
  const accepted = acceptance(run, output);
  const verdict = accepted === undefined ? 'unknown' : accepted ? 'accepted' : 'refused';
  return { verdict, message: sentence(`sshd ${version}`, name, run, output, accepted), notes: [...new Set(notes)] };
}

function sentence(
  sshd: string,
  name: string,
  { code, signal, timedOut, output: printed }: TestRun,
  { messages, machine }: SshdOutput,
  accepted: boolean | undefined,
): string {
  const warnings = messages.filter(({ warning }) => warning).length;
  if (accepted === true)
    return `${sshd} accepts ${name}${warnings === 0 ? '' : `, with ${counted(warnings, 'warning')}`}.`;
  if (accepted === false) return `${sshd} refuses ${name}: ${counted(messages.length - warnings, 'problem')}.`;
  if (timedOut)
    return `${sshd} did not end within ${TIME_LIMIT_MS / 1000} seconds and was stopped. It gave no verdict on ${name}.`;
  if (signal !== undefined)
    return `${sshd} was ended by ${signal} on ${name}. It may have crashed on what the file says.`;
  if (code === undefined) return `${sshd} could not be started: ${printed.trim()}.`;
  if (machine.length === 0) return `${sshd} ended with status ${code} and did not say why.`;
  return `${sshd} has named nothing wrong in ${name}, but stopped for a reason of this machine.`;
}

const KINDS: Readonly<Record<MachineKind, string>> = {
  'host-key': 'A host key or certificate cannot be used on this machine.',
  agent: 'The agent that holds the host keys does not answer on this machine.',
  folder:
    'The folder sshd locks itself into is not as it should be. On most systems it is made when the sshd service starts.',
  account: 'The account that sshd runs under is missing on this machine.',
  permission: 'sshd may not read a file when you start it; as root it could. It did not look at what follows.',
  installation: 'The installation of sshd on this machine is not complete.',
};

function note({ kind, text }: MachineProblem): string {
  return `${KINDS[kind]} sshd says: ${text}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
