// A safe fix changes nothing for sshd: after every one the effective configuration is as it was, for every kind of connection, and no refusal is new.
// Entries that a list has twice count once; two names of one value are the same.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withEdits } from '../../server/src/base/text-edits';
import { TARGETS } from '../../server/src/catalog/targets';
import { scopedSetting } from '../../server/src/model/effective/scoped-setting';
import type { Snapshot } from '../../server/src/model/snapshot';
import { recommendedKeepalive } from '../../server/src/rules/keepalive/recommended-lines';
import type { Finding, Fix } from '../../server/src/rules/rule';
import { readCases } from '../conformance/report';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom } from '../kit/snapshot';

const ALL = { policy: 'all' } as const;
const STOCK = fileURLToPath(new URL('../corpus/stock/', import.meta.url));

/** What sshd makes of the file: the values of every keyword, for everyone and in each Match block; lists count in order. Keywords that `except` names are left out. */
function meaningOf(snapshot: Snapshot, except = ''): string {
  const { configuration, catalog, model } = snapshot;
  // A block that says nothing else goes with what is left out.
  const saying = model.blocks.filter(
    ({ criteria, directives }) =>
      !criteria.activeWhenRead && directives.some(({ directive }) => !except.includes(directive?.slot ?? ' ')),
  );
  const scopes = [undefined, ...saying];
  const meaning = scopes.map((block) => ({
    match: block?.criteria.criteria.map(({ criterion, value }) => [criterion.name, value?.value]),
    settings: catalog.directives
      .filter(({ status, keyword, slot }) => status === 'supported' && keyword === slot && keyword !== 'Match')
      .map(({ slot, repeats }) => {
        const values = scopedSetting(configuration, slot, block).values.map((value) => plain(slot, value));
        return [slot, repeats === 'append' ? withoutRepeats(values) : values] as const;
      })
      .filter(([slot, values]) => values.length > 0 && !except.includes(slot)),
  }));
  return JSON.stringify(meaning);
}

// An entry that a list has already changes nothing.
function withoutRepeats(values: readonly string[]): readonly string[] {
  return [...new Set(values.flatMap((value) => value.split(' ')))];
}

// Two names of one thing.
function plain(slot: string, value: string): string {
  return slot === 'PermitRootLogin' ? value.replace(/^without-password$/i, 'prohibit-password') : value;
}

function refusals(found: readonly Finding[]): readonly string[] {
  return found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

function safeFixesOf(
  snapshot: Snapshot,
  found: readonly Finding[],
): readonly { readonly rule: string; readonly fix: Fix }[] {
  // Adding keepalives is advice with a title that says what changes.
  const advice = recommendedKeepalive(snapshot)?.title;
  return found.flatMap(({ rule, fixes = [] }) =>
    fixes.filter(({ safety, title }) => safety === 'safe' && title !== advice).map((fix) => ({ rule, fix })),
  );
}

/** The safe fixes that change what holds, as `rule: title`. */
function unsafeOnes(text: string, target: string): readonly string[] {
  const before = snapshotFrom(text, { target, ruleSettings: ALL });
  const found = findingsOf(before);
  const refused = refusals(found);
  return safeFixesOf(before, found).flatMap(({ rule, fix }) => {
    const after = snapshotFrom(withEdits(text, fix.edits), { target, ruleSettings: ALL });
    const left = refusals(findingsOf(after));
    // What keepalive advice adds or takes away, its title names.
    const except = rule.startsWith('keepalive-') ? fix.title : '';
    const fine =
      meaningOf(after, except) === meaningOf(before, except) &&
      left.every((one) => refused.includes(one)) &&
      left.length <= refused.length;
    return fine ? [] : [`${rule}: ${fix.title}`];
  });
}

describe('safe fixes change nothing for sshd', () => {
  const stock = readdirSync(STOCK, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/\.(md|json)$/.test(entry.name),
  );
  test.each(stock.map((entry) => `${entry.parentPath}/${entry.name}`))('%s', (path) => {
    for (const target of ['6.6', '8.6', '10.5']) expect(unsafeOnes(readFileSync(path, 'utf8'), target)).toEqual([]);
  });

  test('files of several lines, spliced and broken', () => {
    const cases = readCases(
      fileURLToPath(new URL('../conformance/data/verdicts-mutated.jsonl.gz', import.meta.url)),
    ).filter((_, index) => index % 32 === 0);
    expect(cases.length).toBeGreaterThan(100);
    const wrong = cases.flatMap(({ text }) => unsafeOnes(text, '10.5'));
    expect(wrong).toEqual([]);
  });

  test('generated files', () => {
    const line = fc.constantFrom(...LINES);
    const target = fc.constantFrom(...TARGETS.filter((_, index) => index % 5 === 0).map(({ id }) => id));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), target, (lines, id) => {
        expect(unsafeOnes(lines.map((one) => `${one}\n`).join(''), id)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});

test('there are safe fixes to try', () => {
  const text = 'Protocol 2\npermitrootlogin without-password\nMaxAuthTries 4\nMaxAuthTries 4\n';
  const snapshot = snapshotFrom(text, { ruleSettings: ALL });
  const rules = new Set(safeFixesOf(snapshot, findingsOf(snapshot)).map(({ rule }) => rule));
  expect([...rules]).toEqual(
    expect.arrayContaining(['obsolete-directive', 'keyword-spelling', 'old-name-of-prohibit-password']),
  );
});

const LINES = [
  'Port 22',
  'Protocol 2',
  'permitrootlogin without-password',
  'PermitRootLogin no',
  'PermitRootLogin no # twice',
  'ChallengeResponseAuthentication no',
  'KbdInteractiveAuthentication yes',
  'PubkeyAcceptedKeyTypes +ssh-rsa',
  'PubkeyAcceptedAlgorithms ssh-ed25519',
  'UsePrivilegeSeparation sandbox',
  'MaxStartups 10:30:60',
  'MaxStartups 5',
  'IPQoS lowdelay throughput',
  'IPQoS af21 cs1',
  'AllowUsers a b a',
  'AllowUsers a',
  'AcceptEnv LANG LC_* LANG',
  'Subsystem sftp internal-sftp',
  'Subsystem sftp /usr/lib/sftp-server',
  'ClientAliveInterval 0',
  'ClientAliveInterval 60',
  'ClientAliveCountMax 3',
  'ListenAddress 0.0.0.0',
  'ListenAddress 0.0.0.0',
  'HostKey /etc/ssh/ssh_host_dsa_key',
  'Match User a',
  'Match User a,b',
  'Match all',
  'Match',
  '    X11Forwarding no',
  '    ForceCommand none',
  '    permittty no',
  '# sshd-config: ignore[port-22]',
  '',
];
