// How rules are run: a fault costs only its own findings, lines that do not change keep theirs, and edits give what a fresh look gives.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Snapshot } from '../../server/src/model/snapshot';
import { RULES } from '../../server/src/rules/registry';
import { defineRule, type Rule } from '../../server/src/rules/rule';
import { findings } from '../../server/src/rules/run';
import { check, snapshotOf } from '../../server/src/service';
import type { TextEdit } from '../../server/src/syntax/parse';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom, targetOf } from '../kit/snapshot';

const URI = 'file:///etc/ssh/sshd_config';
const common = { category: 'correctness', severity: 'warning', since: '0.1.0', summary: '', references: [] } as const;

/** A rule that reports every line, with all that counts from the line's start. */
const everyLine = (seen: string[] = []) =>
  defineRule({
    ...common,
    id: 'every-line',
    checkLine({ line }) {
      seen.push(line.text);
      const { keyword } = line;
      return [
        {
          range: keyword,
          message: 'here',
          related: [{ range: keyword, message: 'too' }],
          fixes: [{ title: 'x', safety: 'safe', edits: [{ ...keyword, newText: 'Y' }] }],
        },
      ];
    },
  });

const wholeFile = defineRule({
  ...common,
  id: 'whole-file',
  severity: 'hint',
  check: ({ tree }) => [{ range: { start: 0, end: tree.text.length }, message: 'all of it' }],
});
const faulty = defineRule({
  ...common,
  id: 'faulty',
  checkLine() {
    throw new Error('line');
  },
  *check() {
    yield { range: { start: 0, end: 0 }, message: 'before the fault' };
    throw new Error('file');
  },
});

function edited(before: Snapshot, edit: TextEdit): Snapshot {
  const { text } = before.tree;
  return snapshotOf(
    URI,
    text.slice(0, edit.start) + edit.newText + text.slice(edit.end),
    { settings: DEFAULT_SETTINGS, target: before.catalog.target },
    before,
    [edit],
  );
}

describe('a rule that throws', () => {
  test('is named, and costs only its own findings', () => {
    const failures: string[] = [];
    const found = findings(snapshotFrom('Port 22\nUsePAM no\n'), [everyLine(), faulty, wholeFile], (rule, error) =>
      failures.push(`${rule}: ${String(error)}`),
    );
    expect(found.map(({ rule, range }) => `${rule} ${range.start}`)).toEqual([
      'every-line 0',
      'whole-file 0',
      'every-line 8',
    ]);
    expect(failures).toEqual(['faulty: Error: line', 'faulty: Error: line', 'faulty: Error: file']);
  });

  test('does not stop the real ones', () => {
    const onFailure = vi.fn();
    const snapshot = snapshotFrom('Prot 22\n');
    expect(check(snapshot, onFailure, [...RULES, faulty]).map(({ rule }) => rule)).toEqual(
      findingsOf(snapshot).map(({ rule }) => rule),
    );
    expect(onFailure).toHaveBeenCalledWith('faulty', expect.any(Error));
  });
});

test('a report takes the severity of its rule unless it says another', () => {
  const loud = defineRule({
    ...common,
    id: 'loud',
    check: () => [{ range: { start: 0, end: 1 }, message: '', severity: 'error' }],
  });
  const severities = findings(snapshotFrom('Port 22\n'), [wholeFile, loud], () => {}).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );
  expect(severities).toEqual(['loud error', 'whole-file hint']);
});

test('findings come in file order, the shorter first', () => {
  const at = (start: number, end: number): Rule =>
    defineRule({ ...common, id: `at-${start}-${end}`, check: () => [{ range: { start, end }, message: '' }] });
  const found = findings(snapshotFrom('Port 22\n'), [at(5, 7), at(0, 7), at(0, 4)], () => {});
  expect(found.map(({ rule }) => rule)).toEqual(['at-0-4', 'at-0-7', 'at-5-7']);
});

test('more findings than a call may have arguments', () => {
  const many = Array.from({ length: 150_000 }, (_, start) => ({ range: { start, end: start }, message: '' }));
  const whole = defineRule({ ...common, id: 'many', check: () => many });
  const ofLine = defineRule({ ...common, id: 'many-of-line', checkLine: () => many });
  expect(findings(snapshotFrom('Port 22\n'), [whole, ofLine], (_, error) => expect.fail(String(error)))).toHaveLength(
    300_000,
  );
});

describe('findings of lines', () => {
  test('are kept for lines that an edit leaves alone, and moved to where the lines now stand', () => {
    const seen: string[] = [];
    const rules = [everyLine(seen)];
    const before = snapshotFrom('Port 22\nUsePAM no\nX11Forwarding no\n');
    findings(before, rules, () => {});
    seen.length = 0;
    const found = findings(edited(before, { start: 8, end: 14, newText: '# one\n\nUsePAM' }), rules, () => {});
    expect(seen).toEqual(['UsePAM no\n']);
    expect(found.map(({ range }) => range.start)).toEqual([0, 15, 25]);
    const moved = { start: 25, end: 38 };
    expect(found[2]).toMatchObject({
      range: moved,
      related: [{ range: moved }],
      fixes: [{ edits: [{ ...moved, newText: 'Y' }] }],
    });
  });

  test('are found anew where the place of the line has changed', () => {
    const rule = RULES.filter(({ id }) => id === 'directive-not-allowed-in-match');
    const before = snapshotFrom('User a\nPort 22\n');
    expect(findingsOf(before, rule)).toEqual([]);
    const inside = edited(before, { start: 0, end: 0, newText: 'Match ' });
    expect(findingsOf(inside, rule)).toHaveLength(1);
    expect(findingsOf(edited(inside, { start: 0, end: 12, newText: 'Match all' }), rule)).toEqual([]);
  });

  test('are found anew for another target', () => {
    const text = 'PermitTTY Yes\n';
    const errors = (target: string) =>
      findingsOf(snapshotFrom(text, { target })).filter(({ severity }) => severity === 'error').length;
    expect([errors('10.5'), errors('7.6'), errors('10.5')]).toEqual([0, 1, 0]);
    const before = snapshotFrom(text, { target: '8.0' });
    const after = edited(before, { start: 0, end: 0, newText: '# sshd-config: target=7.6\n' });
    expect(after.catalog.target).toBe(targetOf('7.6'));
    expect(findingsOf(after).some(({ severity }) => severity === 'error')).toBe(true);
  });
});

const LINES = [
  'Port 22',
  'Port x',
  'Prot 22',
  'PermitRootLogin no',
  'PermitRootLogin maybe',
  'ClientAliveInterval 0',
  'ClientAliveInterval 60',
  'ClientAliveCountMax 3',
  'ClientAliveCountMax 0',
  'TCPKeepAlive no',
  'Match User a',
  'Match all',
  'Match Usr a',
  'Match User a,b',
  '\tPasswordAuthentication no',
  'AllowUsers a, b',
  'AllowUsers a',
  'Subsystem sftp internal-sftp',
  'Banner "x',
  'AuthenticationMethods publickey',
  'PubkeyAuthentication no',
  'AuthorizedKeysCommand /a',
  'AuthorizedKeysCommandUser x',
  'UseLogin no',
  'Ciphers aes128-ctr,x',
  'ListenAddress ::',
  '# Port 22',
  '',
  '# sshd-config: target=9.2',
  'Include /etc/ssh/x',
  'ChallengeResponseAuthentication no',
  'Port 2\0',
  'MaxStartups 5',
];

test('after any edits the findings are those of a fresh look', () => {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...LINES).map((line) => `${line}\n`) },
    { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '"', '#', 'x', '=', '\0', '') },
  );
  const some = (maxLength: number) => fc.array(piece, { maxLength }).map((pieces) => pieces.join(''));
  const edit = fc.record({ from: fc.nat(400), length: fc.oneof(fc.constant(0), fc.nat(30)), newText: some(2) });
  fc.assert(
    fc.property(
      some(12),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('10.5', '9.2', '8.6', '7.4'),
      (text, edits, target) => {
        let snapshot = snapshotFrom(text, { target });
        findingsOf(snapshot);
        for (const { from, length, newText } of edits) {
          const start = from % (snapshot.tree.text.length + 1);
          const before = snapshot;
          snapshot = snapshotOf(
            URI,
            before.tree.text.slice(0, start) + newText + before.tree.text.slice(start + length),
            { settings: DEFAULT_SETTINGS, target: targetOf(target) },
            before,
            [{ start, end: Math.min(before.tree.text.length, start + length), newText }],
          );
          expect(findingsOf(snapshot)).toEqual(findingsOf(snapshotFrom(snapshot.tree.text, { target })));
        }
      },
    ),
    { numRuns: 60 },
  );
});
