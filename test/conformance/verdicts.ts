// Compares what we say of a file with what real sshd builds said: accepted or refused, and the first line refused.
import { targetNamed } from '../../server/src/catalog/targets';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { RULES } from '../../server/src/rules/registry';
import { check, snapshotOf } from '../../server/src/service';
import { lineIndexAt } from '../../server/src/syntax/tree';

/** `[versions, accepted, lines named, messages]` */
export type RecordedVerdict = readonly [
  versions: readonly string[],
  accepted: boolean,
  lines: readonly number[],
  messages: readonly string[],
];

/** One line of a verdict table. */
export interface RecordedCase {
  readonly id: string;
  readonly text: string;
  readonly verdicts: readonly RecordedVerdict[];
}

/** A verdict in one shape for both sides. No line: sshd names none. */
export interface Verdict {
  readonly accepted: boolean;
  /** The first refused line. */
  readonly line?: number;
  /** Every refused line; sshd goes on after some refusals, and we after all. */
  readonly lines: readonly number[];
}

/** What the recorded sshd says: the lines among its refusing messages, warnings left out. */
export function recordedVerdict([, accepted, , messages]: RecordedVerdict): Verdict {
  if (accepted) return { accepted, lines: [] };
  const named = messages
    .filter((message) => !/(Deprecated|Unsupported) option/.test(message))
    .flatMap((message) => /\bline (\d+)/.exec(message)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const [line] = named;
  return { accepted, ...(line === undefined ? {} : { line }), lines: [...new Set(named)] };
}

/** Only these may report an error (rules/error-severity.proof.test.ts), so the others need not run to know the verdict. */
export const JUDGES = RULES.filter((rule) => rule.severity === 'error');

/** What we say for the release, as errors. */
export function ourVerdict(text: string, version: string): Verdict & { readonly rules: readonly string[] } {
  const target = targetNamed(version === 'debian' ? 'debian-12' : version);
  if (target === undefined) throw new Error(`no target ${version}`);
  const snapshot = snapshotOf('file:///etc/ssh/sshd_config', text, {
    settings: DEFAULT_SETTINGS,
    target,
    byteOrderMark: text.startsWith('\uFEFF'),
  });
  const failures: string[] = [];
  const errors = check(snapshot, (rule, error) => failures.push(`${rule}: ${error}`), JUDGES).filter(
    (finding) => finding.severity === 'error',
  );
  if (failures.length > 0) throw new Error(failures.join('\n'));
  const numbered = errors.map(({ range, afterReading }) => ({
    line: lineIndexAt(snapshot.tree, range.start) + 1,
    afterReading,
  }));
  const lines = [...new Set(numbered.map(({ line }) => line))];
  const first = numbered.filter(({ afterReading }) => !afterReading).map(({ line }) => line);
  const rules = errors.map((finding) => finding.rule);
  return {
    accepted: errors.length === 0,
    ...(first.length === 0 ? {} : { line: Math.min(...first) }),
    lines,
    rules,
  };
}

/** Whether two verdicts agree: the outcome, the first line, and every other line sshd names is among ours. Where sshd names no line, ours may name one. */
export function agree(recorded: Verdict, ours: Verdict): boolean {
  if (recorded.accepted !== ours.accepted) return false;
  if (recorded.accepted || recorded.line === undefined) return true;
  return recorded.line === ours.line && recorded.lines.every((line) => ours.lines.includes(line));
}
