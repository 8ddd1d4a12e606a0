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
  readonly line?: number;
}

/** What the recorded sshd says: the first line among its refusing messages, warnings left out. */
export function recordedVerdict([, accepted, , messages]: RecordedVerdict): Verdict {
  if (accepted) return { accepted };
  const line = messages
    .filter((message) => !/(Deprecated|Unsupported) option/.test(message))
    .flatMap((message) => /\bline (\d+)/.exec(message)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)[0];
  return line === undefined ? { accepted } : { accepted, line };
}

// Only these may report an error (rules/run.test.ts), so the others need not run to know the verdict.
const JUDGES = RULES.filter((rule) => rule.severity === 'error');

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
  const lines = errors
    .filter((finding) => !finding.afterReading)
    .map((finding) => lineIndexAt(snapshot.tree, finding.range.start) + 1);
  const rules = errors.map((finding) => finding.rule);
  return lines.length === 0
    ? { accepted: errors.length === 0, rules }
    : { accepted: false, line: Math.min(...lines), rules };
}

/** Whether two verdicts agree. Where sshd names no line, ours may name one. */
export function agree(recorded: Verdict, ours: Verdict): boolean {
  if (recorded.accepted !== ours.accepted) return false;
  return recorded.accepted || recorded.line === undefined || recorded.line === ours.line;
}
