// Findings after edits are those of the text as it is: a rule that is not asked again would have said the same, at the same places.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogAt } from '../../server/src/catalog/catalog';
import { diagnostics } from '../../server/src/features/diagnostics';
import { DEFAULT_SETTINGS, type Snapshot } from '../../server/src/model/snapshot';
import type { SourceFile, SourceSet } from '../../server/src/model/source-set';
import { RULES } from '../../server/src/rules/registry';
import type { Finding, Rule } from '../../server/src/rules/rule';
import { findings } from '../../server/src/rules/run';
import { snapshotOf } from '../../server/src/service';
import type { TextEdit } from '../../server/src/syntax/parse';
import { findingsOf } from '../kit/expect-findings';
import { documentOf } from '../kit/feature-document';
import { targetOf } from '../kit/snapshot';

const VALUES = ['yes', 'no', 'none', '0', '30', 'sftp', 'internal-sftp', '/srv/%u', 'any', 'root alice', 'password'];
const MATCHES = [
  'Match User alice',
  'Match Group sftp Address 10.0.0.0/8',
  'Match all',
  '# a remark',
  '#UsePAM yes',
  '',
];

const line = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.constantFrom(...catalogAt(targetOf()).directives), fc.constantFrom(...VALUES), fc.boolean())
      .map(([{ keyword, entry }, value, usual]) => `${keyword} ${usual ? (entry.example ?? value) : value}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...MATCHES) },
);

interface Edit {
  readonly at: number;
  /** So many lines go, and these come. */
  readonly replaced: number;
  readonly lines: readonly string[];
  /** Instead: what is written behind the keyword of the line. */
  readonly value?: string;
  /** Instead: what the line, or the next comment behind it, says behind its `#`. */
  readonly remark?: string;
}

const ofLines = fc.record({
  at: fc.nat(60),
  replaced: fc.constantFrom(0, 1, 1, 1),
  lines: fc.array(line, { maxLength: 2 }),
});

const ofValue = fc.record({
  at: fc.nat(60),
  replaced: fc.constant(0),
  lines: fc.constant([]),
  value: fc.constantFrom(...VALUES, 'yes # why', '"two words"', 'aes128-ctr', '-aes*', '10.0.0.1'),
});

const REMARKS = [
  '',
  ' a remark',
  'MaxAuthTries 3',
  ' PermitRootLogin no',
  ' sshd-config: ignore[unknown-directive]',
  '\r odd',
];

const ofRemark = fc.record({
  at: fc.nat(60),
  replaced: fc.constant(0),
  lines: fc.constant([]),
  remark: fc.constantFrom(...REMARKS),
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 2, arbitrary: ofValue },
  { weight: 1, arbitrary: ofLines },
  { weight: 1, arbitrary: ofRemark },
);

/** Where one moves to, if anywhere: another dialect, other aliases. */
const UPGRADE = fc.constantFrom(...[undefined, '10.5', '8.0', '7.0']).map((id) => ({
  ...(id === undefined ? {} : { upgradeTo: targetOf(id) }),
}));

interface Text {
  readonly text: string;
  readonly change?: TextEdit;
}

function edited(text: string, { at, replaced, lines, value, remark }: Edit): Text {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const first = at % starts.length;
  const start = starts[first] ?? 0;
  if (value !== undefined) return withValue(text, start, value);
  if (remark !== undefined) return withRemark(text, start, remark);
  const end = starts[first + replaced] ?? text.length;
  const newText = lines.map((one) => `${one}\n`).join('');
  return { text: text.slice(0, start) + newText + text.slice(end), change: { start, end, newText } };
}

function withRemark(text: string, from: number, remark: string): Text {
  const sign = /^#/m.exec(text.slice(from));
  if (sign === null) return { text };
  const start = from + sign.index + 1;
  const end = text.indexOf('\n', start);
  return { text: text.slice(0, start) + remark + text.slice(end), change: { start, end, newText: remark } };
}

function withValue(text: string, lineStart: number, value: string): Text {
  const [, keyword = ''] = /^([A-Za-z0-9]+ )?/.exec(text.slice(lineStart)) ?? [];
  if (keyword === '') return { text };
  const start = lineStart + keyword.length;
  const end = text.indexOf('\n', start);
  return { text: text.slice(0, start) + value + text.slice(end), change: { start, end, newText: value } };
}

const SHOWN = { rulePage: (id: string) => id };

/** What is shown of findings that were kept is what would be shown of them if nobody had seen them before. */
function expectShown(snapshot: Snapshot, kept: readonly Finding[]): void {
  const document = documentOf(snapshot);
  expect(diagnostics(document, kept, SHOWN)).toEqual(diagnostics(document, kept, { ...SHOWN }));
}

test('answers are kept only while they hold, and are kept', () => {
  let asked = 0;
  const counted = RULES.map((rule): Rule => {
    const { check } = rule;
    if (check === undefined) return rule;
    const counting: Rule['check'] = (...given) => {
      asked++;
      return check(...given);
    };
    return { ...rule, check: counting };
  });
  let runs = 0;
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 5, maxLength: 40 }),
      fc.array(edit, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('10.5', 'debian-12', '7.4'),
      fc.constantFrom('recommended' as const, 'all' as const),
      UPGRADE,
      (start, edits, target, policy, upgrade) => {
        const settings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, policy, ...upgrade } };
        const facts = { settings, target: targetOf(target) };
        let text = `${start.join('\n')}\n`;
        let snapshot = snapshotOf(URI, text, facts);
        findingsOf(snapshot, counted);
        runs++;
        for (const one of edits) {
          const { text: after, change } = edited(text, one);
          text = after;
          snapshot = snapshotOf(URI, text, facts, snapshot, change === undefined ? [] : [change]);
          runs++;
          // Of a file elsewhere nothing is kept.
          const fresh = JSON.stringify(findingsOf(snapshotOf(ELSEWHERE, text, facts), [...RULES]));
          const kept = findingsOf(snapshot, counted);
          expect(kept).toEqual(JSON.parse(fresh.replaceAll('file:///srv/copy/', 'file:///')));
          expectShown(snapshot, kept);
        }
      },
    ),
    { numRuns: Number(process.env.KEPT_RUNS ?? 30) },
  );
  const all = RULES.filter(({ check }) => check !== undefined).length;
  expect(asked).toBeLessThan(0.6 * all * runs);
});

test('of several files too, whichever is edited', () => {
  const lines = fc.array(line, { minLength: 2, maxLength: 12 });
  const name = fc.constantFrom<keyof Texts>('main', 'dropIn');
  fc.assert(
    fc.property(
      fc.record({ main: lines, dropIn: lines, include: fc.nat(12) }),
      fc.array(fc.tuple(name, edit), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('10.5', 'debian-12'),
      UPGRADE,
      (start, edits, target, upgrade) => {
        const settings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, ...upgrade } };
        const facts = { settings, target: targetOf(target) };
        const main = start.main.toSpliced(start.include, 0, 'Include sshd_config.d/*.conf');
        let texts: Texts = { main: `${main.join('\n')}\n`, dropIn: `${start.dropIn.join('\n')}\n` };
        const trees = new Map<string, Pick<Snapshot, 'tree'>>();
        for (const [which, one] of [[undefined, undefined] as const, ...edits]) {
          const { text, change } = which === undefined ? { text: '' } : edited(texts[which], one);
          if (which !== undefined) texts = { ...texts, [which]: text };
          for (const key of ['main', 'dropIn'] as const) {
            const changes = key === which && change !== undefined ? [change] : [];
            const place = placeOf(URI, key);
            const sources = sourcesFrom(URI, texts);
            const snapshot = snapshotOf(place, texts[key], { ...facts, sources }, trees.get(key), changes);
            trees.set(key, snapshot);
            const copy = { ...facts, sources: sourcesFrom(ELSEWHERE, texts) };
            const fresh = JSON.stringify(findingsOf(snapshotOf(placeOf(ELSEWHERE, key), texts[key], copy), [...RULES]));
            const kept = findingsOf(snapshot);
            expect(kept).toEqual(JSON.parse(fresh.replaceAll('file:///srv/copy/', 'file:///')));
            expectShown(snapshot, kept);
          }
        }
      },
    ),
    { numRuns: Number(process.env.KEPT_RUNS ?? 30) },
  );
});

test('a line here decides whether sshd refuses an included file', () => {
  const dropIn = 'AuthorizedKeysCommand /usr/bin/keys\n';
  const sources = sourcesFrom(URI, { main: '', dropIn });
  const facts = { settings: DEFAULT_SETTINGS, target: targetOf(), sources };
  const head = 'Include sshd_config.d/*.conf\n';
  let snapshot = snapshotOf(URI, head, facts);
  const refused = (tail: string) => {
    const { text } = snapshot.tree;
    const change = { start: head.length, end: text.length, newText: tail };
    snapshot = snapshotOf(URI, head + tail, facts, snapshot, [change]);
    return findingsOf(snapshot).some(({ rule }) => rule === 'included-file-refused');
  };
  expect(refused('AuthorizedKeysCommandUser nobody\n')).toBe(false);
  expect(refused('Port 22\n')).toBe(true);
  expect(refused('Port 2200\n')).toBe(true);
  expect(refused('AuthorizedKeysCommandUser nobody\n')).toBe(false);
});

test.each([
  ['PermitUserEnvironment=\n', 22, 'x'],
  ['Port 22\nStrictModes "no\n', 20, ''],
])('new lines are written as their neighbours are by now: %j', (text, start, newText) => {
  const facts = { settings: DEFAULT_SETTINGS, target: targetOf() };
  const snapshot = snapshotOf(URI, text, facts);
  findingsOf(snapshot);
  const change = { start, end: newText === '' ? start + 1 : start, newText };
  const after = text.slice(0, start) + newText + text.slice(change.end);
  const found = findingsOf(snapshotOf(URI, after, facts, snapshot, [change]));
  expect(found).toEqual(findingsOf(snapshotOf(URI, after, facts), [...RULES]));
});

test('a Match line that comes or goes is seen by the lines below, though sshd acts on them all the same', () => {
  const facts = { settings: DEFAULT_SETTINGS, target: targetOf('rhel-9') };
  const text = 'Match all\nCiphers aes256-ctr\n';
  const snapshot = snapshotOf(URI, text, facts);
  findingsOf(snapshot);
  const change = { start: 0, end: 5, newText: 'Banner' };
  const after = `Banner${text.slice(5)}`;
  const found = findingsOf(snapshotOf(URI, after, facts, snapshot, [change]));
  expect(found).toEqual(findingsOf(snapshotOf(URI, after, facts), [...RULES]));
});

test('an upgrade that counts lines differently behind a NUL is told the same before and after an edit', () => {
  const settings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, upgradeTo: targetOf('9.6') } };
  const facts = { settings, target: targetOf('8.3') };
  const text = '#a\n# b\nAuthorizedKeysFile .ssh/keys\n';
  const snapshot = snapshotOf(URI, text, facts);
  findingsOf(snapshot);
  const change = { start: 2, end: 2, newText: '\0' };
  const after = `#a\0${text.slice(2)}`;
  const found = findingsOf(snapshotOf(URI, after, facts, snapshot, [change]));
  expect(found).toEqual(findingsOf(snapshotOf(URI, after, facts), [...RULES]));
  expect(found.map(({ rule }) => rule)).not.toContain('read-differently-after-upgrade');
});

test('a rule that threw in an included file is asked again, though what it read stays', () => {
  const [including] = RULES.filter(({ id }) => id === 'included-file-refused');
  const [usual] = RULES.filter(({ id }) => id === 'command-without-user');
  if (including === undefined || usual === undefined) throw new Error('such a rule is no more');
  let asked = 0;
  const check: Rule['check'] = ({ uri }, { reads }) => {
    reads('TCPKeepAlive');
    if (uri === URI) return [];
    if (++asked === 1) throw new Error('the first time');
    return [{ range: { start: 0, end: 4 }, message: 'No.', severity: 'error' }];
  };
  const rules = [including, { ...usual, check }];
  const failed: string[] = [];
  const sources = sourcesFrom(URI, { main: '', dropIn: 'UsePAM yes\n' });
  const facts = { settings: DEFAULT_SETTINGS, target: targetOf(), sources };
  let text = 'Include sshd_config.d/*.conf\nPort 22\n';
  let snapshot = snapshotOf(URI, text, facts);
  const found = ['0', '1', '2'].map((digit) => {
    const ids = findings(snapshot, rules, (id) => failed.push(id)).map(({ rule }) => rule);
    const at = text.length - 1;
    text = `${text.slice(0, at)}${digit}\n`;
    snapshot = snapshotOf(URI, text, facts, snapshot, [{ start: at, end: at, newText: digit }]);
    return ids;
  });
  expect(failed).toEqual([usual.id]);
  expect(found).toEqual([[], [including.id], [including.id]]);
  // What it said is kept from the second time on.
  expect(asked).toBe(2);
});

interface Texts {
  readonly main: string;
  readonly dropIn: string;
}

function placeOf(main: string, which: keyof Texts): string {
  return which === 'main' ? main : main.replace(/sshd_config$/, 'sshd_config.d/10-a.conf');
}

function sourcesFrom(main: string, texts: Texts): SourceSet {
  const files = (['main', 'dropIn'] as const).map((which): SourceFile => {
    const path = placeOf('/etc/ssh/sshd_config', which);
    return { kind: 'file', uri: placeOf(main, which), path, text: texts[which], byteOrderMark: false };
  });
  return {
    main,
    sources: new Map(files.map((file) => [file.uri, file])),
    matches: new Map([['/etc/ssh/sshd_config.d/*.conf', [placeOf(main, 'dropIn')]]]),
  };
}

const URI = 'file:///etc/ssh/sshd_config';
const ELSEWHERE = 'file:///srv/copy/etc/ssh/sshd_config';
