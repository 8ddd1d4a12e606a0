// The command line on four hundred files: each is forgotten before the next is read, so memory stays where it was.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { runCli } from '../../server/src/cli/run';
import { memoryFiles } from '../kit/memory-files';

const FILES = 400;
const MEGABYTE = 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

// About 1 kB each, no two alike, errors and warnings among them.
function config(name: string): string {
  const blocks = Array.from({ length: 3 }, (_, index) =>
    [
      `Match User user${name}x${index} Address 192.0.2.0/24`,
      `  ForceCommand /usr/bin/job-${name} --step ${index} # ${'-'.repeat(40)}`,
      `  ClientAliveInterval ${index}`,
      index === 1 ? `  X11Forwarding maybe${name}` : `  Banner /etc/banner-${name}-${index}`,
    ].join('\n'),
  );
  return `Port ${1024 + Number(name)}\nPermitRootLogn no\n${blocks.join('\n')}\n`;
}

it('reads them one by one and keeps none', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: FILES }, (_, index) => String(index));
  const heaps: number[] = [];
  let open = 0;
  let mostOpen = 0;
  let written = 0;
  const code = await runCli(['check', '--format', 'json', ...names], {
    out: async (text) => {
      written += text.length;
      open = 0;
    },
    err: async () => undefined,
    readFile: async (name) => {
      mostOpen = Math.max(mostOpen, ++open);
      // The first hundred fill what is kept on purpose, such as the catalogue.
      if (Number(name) % 100 === 99) heaps.push(heap());
      return new TextEncoder().encode(config(name));
    },
    writeFile: async () => expect.fail('nothing is written unasked'),
    isFolder: async () => true,
    pathBelow: (_root, name) => name,
    uriOf: (name) => `file:///srv/${name}`,
    pathOf: (uri) => uri,
    files: memoryFiles({}),
  });
  expect(code).toBe(1);
  expect(mostOpen).toBe(1);
  expect(written).toBeGreaterThan(FILES * 1000);
  expect(heaps).toHaveLength(4);
  const [first = 0, last = 0] = [heaps[0], heaps.at(-1)];
  expect(last - first, `heap in MB: ${heaps.map((one) => one.toFixed(1)).join(', ')}`).toBeLessThan(2);
});
