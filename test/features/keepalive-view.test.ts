// The keepalive panel's data, the edit it writes, the picture, and the lenses above deciding lines.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RELEASES } from '../../server/src/catalog/versions';
import { codeLenses, type LensCommands } from '../../server/src/features/code-lenses';
import { keepaliveSvg, pictureInMarkdown } from '../../server/src/features/keepalive-svg';
import { type KeepaliveTried, keepaliveView, keepaliveWrite } from '../../server/src/features/keepalive-view';
import { keepaliveTimeline } from '../../server/src/model/keepalive';
import { keepalivePicture } from '../../server/src/model/keepalive-picture';
import { applied } from '../kit/expect-actions';
import { expectHover } from '../kit/expect-hover';
import { featureDocument } from '../kit/feature-document';
import { MAIN_PATH, type SnapshotOptions, uriOfPath } from '../kit/snapshot';

const SEED = 'Port 22\nMatch User deploy\n  PermitTTY no\nClientAliveInterval 100\nClientAliveCountMax 1000\n';

const view = (text: string, tried: KeepaliveTried = {}, options: SnapshotOptions = {}) =>
  keepaliveView(featureDocument(text, options), tried);

function written(text: string, tried: KeepaliveTried, rememberPath = false): string {
  const document = featureDocument(text);
  const edit = keepaliveWrite(document, tried, rememberPath);
  return edit === null ? text : applied(document, { title: '', edit });
}

it('writes the lines of a Match block where it stands, in another file too', () => {
  const dropIn = '/etc/ssh/sshd_config.d/50-deploy.conf';
  const main = 'Include /etc/ssh/sshd_config.d/*.conf\nClientAliveInterval 60\n';
  const files = { [MAIN_PATH]: main, [dropIn]: 'Match User deploy\n  ClientAliveInterval 0\n' };
  const tried = { partition: 1, interval: 45, countMax: 5 };
  expect(view(main, tried, { files }).canWrite).toBe(true);
  expect(keepaliveWrite(featureDocument(main, { files }), tried, false)?.changes).toEqual({
    [uriOfPath(dropIn)]: [
      { range: { start: { line: 1, character: 22 }, end: { line: 1, character: 23 } }, newText: '45' },
      {
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
        newText: '  ClientAliveCountMax 5\n',
      },
    ],
  });
});

describe('the view', () => {
  it('shows what is in force for each partition', () => {
    const { partitions, chosen, verdict, canWrite } = view(SEED, {}, { nat: 240 });
    expect(partitions.map(({ appliesTo, interval, countMax }) => [appliesTo, interval, countMax])).toEqual([
      ['all other connections', 0, 3],
      ['Match User deploy', 100, 1000],
    ]);
    expect(partitions[1]?.course).toBe('dead client cut off after 27 h 48 min 20 s');
    expect(chosen).toEqual({
      partition: 0,
      interval: 0,
      countMax: 3,
      path: 240,
      lostProbes: 1,
      outage: 45,
      cleanUp: 3600,
    });
    expect(verdict.kind).toBe('bad');
    expect(canWrite).toBe(false);
  });
  it('shows what is tried beside it', () => {
    const { inForce, tried, chosen, verdict, canWrite } = view(SEED, { interval: 60, path: 350 });
    expect(inForce?.sentences[0]).toContain('no probes');
    expect(tried.sentences).toContain(
      'sshd cuts a dead client off 4 min after its last byte; seen from the break, 3 min to 4 min.',
    );
    expect([chosen.path, verdict.kind, canWrite]).toEqual([350, 'good', true]);
  });
  it('advises for the wishes', () => {
    expect(view('', { path: 30 }).advice).toMatchObject({ interval: 10, countMax: 6, conflicts: [] });
    expect(view('', { path: 30, outage: 900, cleanUp: 60 }).advice.conflicts).toHaveLength(1);
    expect(view('', { path: null }, { nat: 240 }).chosen.path).toBeNull();
  });
  it('names the sources of each path', () => {
    for (const { evidence } of view('').paths) expect(evidence.join()).toMatch(/maker's own text/);
  });
  it('has nothing in force where sshd refuses a value', () => {
    expect(view('ClientAliveInterval often\n').inForce).toBeUndefined();
  });
});

describe('writing', () => {
  test.each([
    [
      'for all others',
      SEED,
      { interval: 60, countMax: 3 },
      SEED.replace('Match', 'ClientAliveInterval 60\nClientAliveCountMax 3\nMatch'),
    ],
    [
      'for one block',
      SEED,
      { partition: 1, interval: 60, countMax: 3 },
      SEED.replace('100\n', '60\n').replace('1000', '3'),
    ],
    [
      'nothing new',
      'ClientAliveInterval 60\nClientAliveCountMax 3\n',
      { interval: 60 },
      'ClientAliveInterval 60\nClientAliveCountMax 3\n',
    ],
  ])('%s', (_, text, tried, after) => expect(written(text, tried)).toBe(after));

  it('keeps the path in a comment', () => {
    expect(written('Port 22\n', { path: 350 }, true)).toBe('# sshd-config: nat-timeout=350\nPort 22\n');
    expect(written('# sshd-config: nat-timeout=9\n', { path: 350 }, true)).toBe('# sshd-config: nat-timeout=350\n');
    expect(written('Port 22\n', { path: null }, true)).toBe('Port 22\n');
  });
});

describe('the picture', () => {
  test('has its marks within its span, in every release', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(1000),
        fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
        fc.constantFrom(...RELEASES),
        (interval, countMax, nat, release) => {
          const timeline = keepaliveTimeline({ interval, countMax }, release);
          const picture = keepalivePicture(timeline, nat);
          const marks = picture.lanes.flatMap((lane) => lane.marks);
          expect(marks.every(({ at }) => at >= 0 && at <= picture.span)).toBe(true);
          expect(marks.length).toBeLessThan(70);
          const bars = picture.lanes.flatMap((lane) => lane.bars);
          expect(bars.every(({ from, to }) => from >= 0 && from <= to && to <= picture.span + 0.001)).toBe(true);
          const ends = marks.filter(({ kind }) => kind === 'disconnect').map(({ at }) => at);
          expect(ends.every((at) => at === timeline.disconnectAfter)).toBe(true);
          expect(ends.length > 0).toBe(timeline.disconnectAfter !== undefined);
          const svg = keepaliveSvg(picture);
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
          expect(pictureInMarkdown(picture)).toMatch(/^!\[[^\]]+\]\(data:image\/svg\+xml,[^()\s]+\)$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is in hovers where the client shows pictures, its words everywhere', () => {
    const text = 'ClientAliveInt<|>erval 60\n';
    expectHover(text, 'ClientAliveInterval', ['The first probe goes out after 1 min']);
  });
});

describe('lenses', () => {
  const titles = (text: string, options: SnapshotOptions = {}, commands: LensCommands = {}) =>
    codeLenses(featureDocument(text, options), commands).map(
      ({ range, command: one }) => `${range.start.line}: ${one?.title}`,
    );

  it('stand above the lines that decide, one for each partition', () => {
    expect(titles(`ClientAliveCountMax 9\nClientAliveInterval 10\n${SEED}`, { nat: 240 })).toEqual([
      '0: Keepalive, all other connections: dead client cut off after 1 min 40 s; idle sessions live on behind the NAT',
      '5: Keepalive, Match User deploy: dead client cut off after 27 h 48 min 20 s; idle sessions live on behind the NAT',
    ]);
    expect(titles('ClientAliveInterval 300\n', { nat: 240 })[0]).toMatch(/the NAT forgets idle sessions$/);
    expect(titles('Port 22\n')).toEqual([]);
  });
  it('open the panel at their partition', () => {
    const [, lens] = codeLenses(featureDocument(`ClientAliveInterval 10\n${SEED}`), { panel: 'open' });
    expect(lens?.command).toMatchObject({ command: 'open', arguments: ['file:///etc/ssh/sshd_config', 1] });
  });

  it("hand out the client's lines once, where the client can take them", () => {
    const commands = { copyClientLines: 'copy' };
    expect(titles(`ClientAliveInterval 10\n${SEED}`, {}, commands)).toEqual([
      expect.stringMatching(/^0: Keepalive/),
      '0: Copy for the client',
      expect.stringMatching(/^4: Keepalive/),
    ]);
    const [, lens] = codeLenses(featureDocument('ClientAliveInterval 10\n', { nat: 30 }), commands);
    expect(lens?.command).toMatchObject({
      command: 'copy',
      arguments: ['Host *\n    ServerAliveInterval 10\n    ServerAliveCountMax 6\n'],
    });
    expect(titles('Port 22\n', {}, commands)).toEqual([]);
  });

  it('are switched off one by one', () => {
    const commands = { copyClientLines: 'copy' };
    const text = 'ClientAliveInterval 10\n';
    expect(titles(text, { codeLens: { clientLines: false } }, commands)).toEqual([
      expect.stringMatching(/^0: Keepalive/),
    ]);
    expect(titles(text, { codeLens: { keepalive: false } }, commands)).toEqual(['0: Copy for the client']);
  });

  it.each([
    ['User deploy', 'deploy', { user: 'deploy' }],
    ['User !x,*', 'example', { user: 'example' }],
    [
      'Group wheel,staff Address 10.0.0.0/8,!10.1.0.0/16',
      'in wheel, from 10.255.255.254',
      { groups: ['wheel'], address: '10.255.255.254' },
    ],
    ['Host *.example.org LocalPort 2222', 'host x.example.org, port 2222', { host: 'x.example.org', localPort: 2222 }],
    ['Invalid-User', 'a name without an account', { invalidUser: true }],
    ['RDomain blue', 'in routing domain blue', { rdomain: 'blue' }],
    ['All', 'Any connection', {}],
  ])('show what holds for whom `Match %s` means', (criteria, title, connection) => {
    const text = `Match ${criteria}\n  Banner none\n`;
    const commands = { effectivePanel: 'open' };
    expect(titles(text, {}, commands)).toEqual([]);
    const [lens] = codeLenses(featureDocument(text, { codeLens: { matchBlocks: true } }), commands);
    expect(lens?.command).toEqual({
      title: `Effective configuration of ${title}`,
      command: 'open',
      arguments: ['file:///etc/ssh/sshd_config', { connection }],
    });
  });

  it('say nothing of a block that applies to nobody, or is refused', () => {
    const options = { codeLens: { matchBlocks: true } };
    for (const criteria of ['User !root', 'User a User b', 'Nobody', 'Address !10.0.0.0/8'])
      expect(titles(`Match ${criteria}\n`, options, { effectivePanel: 'open' })).toEqual([]);
    expect(titles('Match all\n', options)).toEqual([]);
  });
});
