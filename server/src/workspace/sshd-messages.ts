// What `sshd -t` prints, taken apart: which file and line each message is about, and which are about this machine instead. Judges no configuration.

/** One thing sshd says of the configuration. */
export interface SshdMessage {
  /** The file as sshd names it; absent: the main file, or none. */
  readonly file?: string;
  /** From 1; absent when sshd names none. */
  readonly line?: number;
  /** In sshd's words, without file and line. */
  readonly text: string;
  /** sshd goes on in spite of it. */
  readonly warning: boolean;
}

/** What sshd says of the machine it runs on: host keys, folders, permissions. */
export interface MachineProblem {
  readonly kind: MachineKind;
  readonly text: string;
}

export type MachineKind = 'host-key' | 'agent' | 'folder' | 'account' | 'permission' | 'installation';

/** All that sshd printed. */
export interface SshdOutput {
  readonly messages: readonly SshdMessage[];
  readonly machine: readonly MachineProblem[];
}

const MACHINE: readonly (readonly [RegExp, MachineKind])[] = [
  [/^(?:Could not|Unable to|Error) load(?:ing)? (?:private )?host (?:key|certificate)/, 'host-key'],
  [/no hostkeys available|^Certificate file is not a certificate|^No matching private key for certificate/, 'host-key'],
  [/^Disabling protocol version \d\. Could not load host key/, 'host-key'],
  [/^Permissions \d+ for '|^It is required that your private key|^This private key will be ignored/, 'host-key'],
  [/^bad permissions: ignore key|^key_load_(?:private|public)|^@.*@$/, 'host-key'],
  [/^Could not connect to agent|^Could not get agent socket/, 'agent'],
  [/^Missing privilege separation directory|must be owned by root and not group or world-writable/, 'folder'],
  [/^Privilege separation user .* does not exist/, 'account'],
  [/: Permission denied$|^Bad owner or permissions on /, 'permission'],
  [
    / does not exist or is not executable$|^error while loading shared libraries|: version `.*' not found/,
    'installation',
  ],
];

const SUMMARY = /: terminating, \d+ bad configuration options?$/;
const WARNING = /^(?:Deprecated|Unsupported) option /;

/** Takes the output apart; `accepted`: sshd's exit status was 0, so nothing of it was worse than a warning. */
export function sshdMessages(output: string, accepted: boolean): SshdOutput {
  const messages: SshdMessage[] = [];
  const machine: MachineProblem[] = [];
  let waiting: SshdMessage[] = [];
  for (const line of output.split(/(?<!\r)\r*\n/).map((text) => readable(text.trim()))) {
    const kind = MACHINE.find(([pattern]) => pattern.test(line))?.[1];
    if (line === '' || SUMMARY.test(line)) continue;
    if (kind !== undefined) {
      machine.push({ kind, text: line });
      continue;
    }
    const message = located(line, accepted);
    if (message.line === undefined || message.file === undefined) {
      waiting.push(message);
      continue;
    }
    // Some reasons come in a line of their own before the one that says where.
    const reasons = message.warning ? [] : waiting.map(({ text }) => text);
    if (message.warning) messages.push(...waiting);
    waiting = [];
    messages.push({ ...message, text: [...reasons, message.text].join('\n') });
  }
  return { messages: distinct([...messages, ...waiting].map(mainFile)), machine };
}

const REPROCESS = 'reprocess config';

function located(line: string, accepted: boolean): SshdMessage {
  const [, file, number, text] =
    /^(.+?):? line (\d+): (.*)$/.exec(line) ?? /^(.+?):? line (\d+) (too long)$/.exec(line) ?? [];
  if (file !== undefined && number !== undefined && text !== undefined)
    return { file, line: Number(number), text, warning: accepted || WARNING.test(text) };
  const behind = /^(.*) at line (\d+)\.?$/.exec(line);
  const where = behind === null ? {} : { line: Number(behind[2]) };
  return { ...where, text: behind?.[1] ?? line, warning: accepted };
}

// The second look at Match blocks has no name for the main file.
function mainFile({ file, ...rest }: SshdMessage): SshdMessage {
  return file === undefined || file === REPROCESS ? rest : { file, ...rest };
}

function distinct(messages: readonly SshdMessage[]): readonly SshdMessage[] {
  const seen = new Set<string>();
  return messages.filter((message) => {
    const key = JSON.stringify([message.file, message.line, message.text]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** sshd writes bytes above ASCII as `\303\244`. */
function readable(text: string): string {
  return text.replace(/(?:\\[23][0-7]{2})+/g, (escaped) => {
    const bytes = escaped
      .split('\\')
      .slice(1)
      .map((octal) => Number.parseInt(octal, 8));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    } catch {
      // Not UTF-8: sshd's notation is the only readable one.
      return escaped;
    }
  });
}
