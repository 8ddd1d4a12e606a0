// `sshd-config keepalive`: its JSON and its text, and what is wrong usage.
import { describe, expect, it, test } from 'vitest';
import { runCommand } from '../kit/cli-world';

const MAIN = '/etc/ssh/sshd_config';
const files = {
  [MAIN]:
    '# sshd-config: target=debian-12 nat-timeout=350\nInclude /etc/ssh/sshd_config.d/*.conf\nClientAliveCountMax 9\nMatch User deploy\n  ClientAliveInterval 0\n',
  '/etc/ssh/sshd_config.d/50-cloud.conf': 'ClientAliveInterval 200\n',
};

async function json(words: readonly string[], all: Readonly<Record<string, string>> = files) {
  const { out, code, err } = await runCommand(['keepalive', '--format=json', ...words], all);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('as JSON', () => {
  it('has the global partition first, over all files, with what the release really does', async () => {
    const { target, path, partitions } = await json([MAIN]);
    expect([target, path]).toEqual(['debian-12', 350]);
    expect(partitions).toMatchObject([
      {
        appliesTo: 'all other connections',
        interval: 200,
        countMax: 9,
        firstProbe: 400,
        disconnectAfter: 4000,
        healthyIdleClientsDisconnected: false,
        keepsMapping: false,
        advice: { interval: 75, countMax: 3, conflicts: [] },
      },
      { appliesTo: 'Match User deploy', interval: 0, firstProbe: null, disconnectAfter: null, keepsMapping: false },
    ]);
  });

  it('takes target and path from the command line', async () => {
    const { target, path, partitions } = await json([MAIN, '--target', '10.5', '--path', 'gcp']);
    expect([target, path]).toEqual(['10.5', 600]);
    expect(partitions[0]).toMatchObject({ firstProbe: 200, disconnectAfter: 2000, keepsMapping: true });
  });

  it.each([
    ['10.5', 60, 0, { disconnectAfter: null, healthyIdleClientsDisconnected: false, firstProbe: 60 }],
    ['8.1', 60, 0, { disconnectAfter: 60, healthyIdleClientsDisconnected: true, firstProbe: null }],
    ['7.9', 60, 1, { disconnectAfter: 60, healthyIdleClientsDisconnected: true }],
    ['7.9', 60, 4, { disconnectAfter: 180, healthyIdleClientsDisconnected: false }],
    ['9.2', 60, 3, { disconnectAfter: 480, firstProbe: 120 }],
    ['10.5', 100, 1000, { disconnectAfter: 100_100, firstProbe: 100 }],
  ])('%s with %i/%i', async (target, interval, count, expected) => {
    const text = `ClientAliveInterval ${interval}\nClientAliveCountMax ${count}\n`;
    const { path, partitions } = await json(['/a', '--target', target], { '/a': text });
    expect(path).toBeNull();
    expect(partitions).toHaveLength(1);
    expect(partitions[0]).toMatchObject({ appliesTo: 'all connections', keepsMapping: null, ...expected });
  });

  it('has no times where sshd refuses a value', async () => {
    const { partitions } = await json(['/a'], { '/a': 'ClientAliveInterval often\n' });
    expect(partitions[0]).toMatchObject({ interval: null, countMax: 3, disconnectAfter: null });
  });

  it('reads below a root', async () => {
    const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/image${path}`, text]));
    const { partitions } = await json([MAIN, '--root', '/image'], below);
    expect(partitions[0].interval).toBe(200);
  });
});

it('says it in words', async () => {
  const { out } = await runCommand(['keepalive', '--path', '240', '/a'], { '/a': 'ClientAliveInterval 300\n' });
  expect(out).toContain('all connections: ClientAliveInterval 300, ClientAliveCountMax 3');
  expect(out).toContain('The NAT mapping expires after 4 min of silence, before the first probe at 5 min.');
  expect(out).toContain('Advice\n  ClientAliveInterval 60\n  ClientAliveCountMax 3\n');
  expect(out).toContain('Keepalives log nobody out');
});

test.each([
  [[], 'no file given'],
  [['/a', '/b'], 'one file'],
  [['--path', 'moon', '/a'], 'unknown path moon'],
  [['--path', '0', '/a'], 'unknown path 0'],
  [['--lost', '/a'], 'unknown option --lost'],
  [['/gone'], 'cannot read /gone'],
  [['--root', '/nowhere', '/a'], 'no such folder'],
])('%j is complained of', async (words, complaint) => {
  const { code, err } = await runCommand(['keepalive', ...words], { '/a': '', '/b': '' });
  expect(code).toBe(2);
  expect(err).toContain(complaint);
});
