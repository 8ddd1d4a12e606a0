// What we say sshd prints for a refusal, against what real builds printed: never another text, and seldom none.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { targetNamed } from '../../server/src/catalog/targets';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { RULES } from '../../server/src/rules/registry';
import type { Finding } from '../../server/src/rules/rule';
import { check, snapshotOf } from '../../server/src/service';
import { readCases } from './report';
import type { RecordedCase } from './verdicts';

const ERROR_RULES = RULES.filter((rule) => rule.severity === 'error');
const DATA = join(import.meta.dirname, 'data');
/** A table, and of how many of its cases one is looked at. */
const TABLES = [
  ['verdicts-arguments.jsonl.gz', 3],
  ['verdicts-structure.jsonl.gz', 1],
  ['verdicts-mutated.jsonl.gz', 10],
  ['verdicts-10.6.jsonl.gz', 5],
] as const;

interface Outcome {
  refused: number;
  worded: number;
  readonly wrong: string[];
}

// The finding whose text sshd is the first to print: on a line, or after reading.
function firstError(text: string, version: string): Finding | undefined {
  const target = targetNamed(version === 'debian' ? 'debian-12' : version);
  if (target === undefined) throw new Error(`no target ${version}`);
  const snapshot = snapshotOf('file:///etc/ssh/sshd_config', text, {
    settings: DEFAULT_SETTINGS,
    target,
    byteOrderMark: text.startsWith('\uFEFF'),
  });
  const throwing = (rule: string, error: unknown) => {
    throw new Error(rule, { cause: error });
  };
  const errors = check(snapshot, throwing, ERROR_RULES).filter((finding) => finding.severity === 'error');
  return errors.find((finding) => !finding.afterReading) ?? errors[0];
}

function judge({ id, text, verdicts }: RecordedCase, outcome: Outcome): void {
  for (const [versions, accepted, , messages] of verdicts) {
    if (accepted) continue;
    // Builds of one verdict print the same, so the oldest and the newest stand for all.
    for (const version of new Set([versions[0] ?? '', versions.at(-1) ?? ''])) {
      const said = firstError(text, version)?.sshdSays;
      outcome.refused++;
      if (said === undefined) continue;
      outcome.worded++;
      const printed = messages.map((message) => message.replaceAll('<FILE>', 'sshd_config'));
      const wrong = said.filter((one) => !printed.includes(one));
      if (wrong.length > 0) outcome.wrong.push(`${id} ${version}: ${wrong.join(' / ')} | ${printed.join(' / ')}`);
    }
  }
}

test('sshd prints what we say it prints', () => {
  const outcome: Outcome = { refused: 0, worded: 0, wrong: [] };
  for (const [table, stride] of TABLES)
    for (const [index, recorded] of readCases(join(DATA, table)).entries())
      if (index % stride === 0) judge(recorded, outcome);
  expect(outcome.wrong).toEqual([]);
  // Of all cases 99.9 % have a text; the rest is mostly an AuthorizedKeysCommand without a value before 7.0, which says nothing.
  expect(outcome.worded / outcome.refused).toBeGreaterThan(0.99);
});
