// What holds in a section, against the effective configuration of a connection that fits that section alone; any configuration of several files.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Keyword } from '../../server/src/catalog/directives';
import { allBlocks } from '../../server/src/model/configuration';
import { exceptionsTo, settingIn } from '../../server/src/model/deciding-lines';
import { effectiveConfig } from '../../server/src/model/effective/effective-config';
import type { MatchBlock } from '../../server/src/model/file-model';
import { snapshotFrom } from '../kit/snapshot';

const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  X11Forwarding: ['yes', 'no'],
  Banner: ['/a', '/b', 'none'],
  IPQoS: ['ef', 'none'],
  MaxAuthTries: ['3', '4'],
  UnusedConnectionTimeout: ['5m', 'none'],
  AllowUsers: ['a', 'b'],
};
const setting = fc
  .constantFrom(...Object.keys(KEYWORDS))
  .chain((keyword) => fc.constantFrom(...(KEYWORDS[keyword] ?? [])).map((value) => `${keyword} ${value}`));
const line = fc.oneof(
  { weight: 5, arbitrary: setting },
  { weight: 2, arbitrary: fc.constantFrom('Match User', 'Match User', 'Match all') },
);
const mainLine = fc.oneof({ weight: 5, arbitrary: line }, fc.constantFrom('Include d/*.conf', 'Include c.conf'));

let users = 0;
// Each block has a user of its own, so that a connection fits one.
const textOf = (lines: readonly string[]) =>
  lines.map((one) => `${one === 'Match User' ? `Match User u${users++}` : one}\n`).join('');

const text = (of: fc.Arbitrary<string>) => fc.array(of, { maxLength: 8 }).map(textOf);
const files = fc.tuple(text(mainLine), text(line), text(line), text(line)).map(([main, a, b, c]) => ({
  main,
  others: { '/etc/ssh/d/a.conf': a, '/etc/ssh/d/b.conf': b, '/etc/ssh/c.conf': c },
}));

function userOf({ header }: MatchBlock): string {
  return header.line.words[1]?.value ?? '';
}

test('agrees with the effective configuration', () => {
  fc.assert(
    fc.property(files, fc.constantFrom('9.2', '10.2', '10.5'), ({ main, others }, target) => {
      const { configuration } = snapshotFrom(main, { target, files: others });
      // A block inside another asks for two users, which nobody is.
      const blocks = allBlocks(configuration).filter(
        (block) =>
          !block.criteria.activeWhenRead && block.header.conditions.every(({ criteria }) => criteria.activeWhenRead),
      );
      for (const block of [undefined, ...blocks]) {
        const config = effectiveConfig(configuration, { user: block === undefined ? 'nobody' : userOf(block) });
        if (config.kind !== 'settings') continue;
        // A file that is read twice has two blocks of one user.
        if (block !== undefined && blocks.filter((one) => userOf(one) === userOf(block)).length > 1) continue;
        for (const keyword of Object.keys(KEYWORDS) as Keyword[]) {
          const { by, acting } = settingIn(configuration, keyword, block);
          expect(by === undefined ? acting : [by], keyword).toEqual(config.setting(keyword)?.by ?? []);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('exceptions are blocks that say something else', () => {
  const { configuration } = snapshotFrom(
    'Include a.conf\nBanner /g\nMatch User b\n  Banner /b\nMatch User c\n  Banner /g\nMatch User d\n  X11Forwarding yes\n',
    { files: { '/etc/ssh/a.conf': 'Match User a\n  Banner /a\n  Banner /lost\n' } },
  );
  expect(exceptionsTo(configuration, 'Banner').map(({ placed }) => placed.line.words[0]?.value)).toEqual(['/a', '/b']);
});
