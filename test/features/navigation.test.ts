// Which line counts, asked for from any line of any file: definition, references, highlights, links, hover, hints and fixes that reach over Include.
import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/code-actions';
import { diagnostics } from '../../server/src/features/diagnostics';
import { findingsOf } from '../kit/expect-findings';
import { expectHover, hoverAt } from '../kit/expect-hover';
import { definitionAt, highlightsAt, linksOf, referencesAt } from '../kit/expect-navigation';
import { hintedText, outlineOf } from '../kit/expect-structure';
import { featureDocument } from '../kit/feature-document';
import { MAIN_PATH, uriOfPath } from '../kit/snapshot';

const CLOUD = '/etc/ssh/sshd_config.d/50-cloud-init.conf';
const LATE = '/etc/ssh/sshd_config.d/99-late.conf';
const FILES = {
  [CLOUD]: '# cloud\nPasswordAuthentication yes\n',
  [LATE]: 'PasswordAuthentication no\nAllowUsers bob\nMatch User carl\n  X11Forwarding yes\n',
};
const MAIN = `Include sshd_config.d/*.conf
PasswordAuthentication no
X11Forwarding no
AllowUsers alice
Match User dora
  X11Forwarding yes
  PasswordAuthentication no
`;
const at = (word: string) => MAIN.replace(word, `${word.slice(0, 1)}<|>${word.slice(1)}`);
const files = FILES;

describe('go to definition', () => {
  test('leads to the line that decides, in whatever file', () => {
    expect(definitionAt(at('PasswordAuthentication no\nX11'), { files })).toEqual(['50-cloud-init.conf:2']);
    expect(definitionAt(MAIN.replace('cation no\nX11', 'cation n<|>o\nX11'), { files })).toEqual([
      '50-cloud-init.conf:2',
    ]);
    expect(
      definitionAt('Password<|>Authentication no\n', { path: LATE, files: { [MAIN_PATH]: MAIN, ...files } }),
    ).toEqual(['50-cloud-init.conf:2']);
  });

  test('stays in the block where the block decides, and at a line that decides itself', () => {
    expect(definitionAt(MAIN.replace('  Password', '  Pass<|>word'), { files })).toEqual(['sshd_config:7']);
    expect(definitionAt(at('X11Forwarding no'), { files })).toEqual(['sshd_config:3']);
  });

  test('leads to all lines of a list, to the files of an Include, and nowhere for a default', () => {
    expect(definitionAt(at('AllowUsers alice'), { files })).toEqual(['99-late.conf:2', 'sshd_config:4']);
    expect(definitionAt(MAIN.replace('sshd_config.d', 'sshd_<|>config.d'), { files })).toEqual([
      '50-cloud-init.conf:1',
      '99-late.conf:1',
    ]);
    expect(definitionAt('Include a.c<|>onf b.conf\n', { files: { '/etc/ssh/b.conf': '' } })).toEqual([]);
    expect(definitionAt('#Ban<|>ner none\n', { files })).toEqual([]);
    expect(definitionAt('Match User <|>x\n')).toEqual([]);
  });
});

describe('references', () => {
  test('are the lines of the keyword in all files that are read', () => {
    const all = ['50-cloud-init.conf:2', '99-late.conf:1', 'sshd_config:2', 'sshd_config:7'];
    expect(referencesAt(at('PasswordAuthentication no\nX11'), { files })).toEqual(all);
    expect(referencesAt(at('PasswordAuthentication no\nX11'), { files, includeDeclaration: false })).toEqual(
      all.slice(1),
    );
  });

  test('name the lines of a file that is read twice once', () => {
    expect(
      referencesAt(`Include a.conf\nInclude ./a.conf a.conf\nBan<|>ner /x\n`, {
        files: { '/etc/ssh/a.conf': 'Banner /a\n' },
      }),
    ).toEqual(['a.conf:1', 'sshd_config:3']);
  });

  test('of an Include and of a Match line are their like', () => {
    expect(referencesAt(at('Include'), { files })).toEqual(['sshd_config:1']);
    expect(referencesAt(at('Match'), { files })).toEqual(['99-late.conf:3', 'sshd_config:5']);
  });
});

test('highlights are the same keyword in the file, the deciding line marked, and the Match line above', () => {
  expect(highlightsAt(at('X11Forwarding no'), { files })).toEqual(['3 X11Forwarding*', '6 X11Forwarding']);
  expect(highlightsAt(MAIN.replace('  X11', '  X<|>11'), { files })).toEqual([
    '5 Match',
    '3 X11Forwarding',
    '6 X11Forwarding*',
  ]);
  expect(highlightsAt(at('Match'), { files })).toEqual(['5 Match', '6 X11Forwarding', '7 PasswordAuthentication']);
});

test('links lead to the files an Include finds', () => {
  expect(linksOf(MAIN, { files })).toEqual([
    'sshd_config.d/*.conf -> 50-cloud-init.conf (Open the first of: 50-cloud-init.conf, 99-late.conf)',
  ]);
  expect(linksOf('Include a.conf nothing.conf\n', { files: { '/etc/ssh/a.conf': '' } })).toEqual([
    'a.conf -> a.conf (Open /etc/ssh/a.conf)',
  ]);
  expect(linksOf('Include a.conf\n')).toEqual([]);
});

test('links lead to files that lines name, where they are there', () => {
  const text = `Banner "/etc/issue.net"
HostKey /etc/ssh/gone_key
ForceCommand /usr/bin/wrap /etc/wrap.conf -x
Subsystem sftp /usr/lib/sftp-server -f /etc/log
AuthorizedKeysFile /etc/keys/%u /etc/keys/all
ChrootDirectory /srv
Banner issue
PidFile none
`;
  const named = [
    '/etc/issue.net',
    '/usr/bin/wrap',
    '/etc/wrap.conf',
    '/usr/lib/sftp-server',
    '/etc/log',
    '/etc/keys/all',
  ];
  const places = Object.fromEntries([...named, '/srv', '/etc/keys/%u'].map((path) => [path, `file:///tree${path}`]));
  expect(linksOf(text, { places })).toEqual([
    '/etc/issue.net -> issue.net (Open /etc/issue.net)',
    '/usr/bin/wrap -> wrap (Open /usr/bin/wrap)',
    '/etc/wrap.conf -> wrap.conf (Open /etc/wrap.conf)',
    '/usr/lib/sftp-server -> sftp-server (Open /usr/lib/sftp-server)',
    '/etc/log -> log (Open /etc/log)',
    '/etc/keys/all -> all (Open /etc/keys/all)',
  ]);
  expect(
    linksOf('Banner C:/etc/issue\nBanner /a\n', { target: 'windows-9.5', places: { 'C:/etc/issue': 'file:///c' } }),
  ).toEqual(['C:/etc/issue -> c (Open C:/etc/issue)']);
});

describe('hover', () => {
  test('says what holds, where it comes from and for whom it differs', () => {
    expectHover(
      at('PasswordAuthentication no\nX11'),
      'PasswordAuthentication',
      [
        `In force: \`yes\`, [50-cloud-init.conf:2](${uriOfPath(CLOUD)}#L2) decides; this line has no effect.`,
        'Differs: `no` for `Match User dora` (line 7).',
      ],
      { files },
    );
    expectHover(
      at('X11Forwarding no'),
      'X11Forwarding',
      [
        'In force: `no`, this line decides.',
        `Differs: \`yes\` for \`Match User carl\` ([99-late.conf:4](${uriOfPath(LATE)}#L4)), \`yes\` for \`Match User dora\` (line 6).`,
      ],
      { files },
    );
  });

  test('says what a drop-in beats', () => {
    const around = { [MAIN_PATH]: MAIN, [LATE]: FILES[LATE] };
    expectHover(
      '# cloud\nPassword<|>Authentication yes\n',
      'PasswordAuthentication',
      [
        'In force: `yes`, this line decides.',
        `Beats [99-late.conf:1](${uriOfPath(LATE)}#L1) (\`no\`), [sshd\\_config:2](${uriOfPath(MAIN_PATH)}#L2) (\`no\`).`,
      ],
      { path: CLOUD, files: around },
    );
  });

  test('lists the files of an Include and the lines of a list', () => {
    expectHover(at('Include'), 'Include', [`Reads, in this order: \`${CLOUD}\`, \`${LATE}\`.`], { files });
    expectHover(
      at('AllowUsers alice'),
      'AllowUsers',
      [`Set together by [99-late.conf:2](${uriOfPath(LATE)}#L2), line 4.`],
      { files },
    );
    expect(hoverAt('Incl<|>ude nothing.conf\n')?.says).not.toContain('Reads, in this order');
  });
});

describe('inlay hints', () => {
  test('count the files of an Include', () => {
    expect(hintedText(MAIN, { files })).toContain('Include sshd_config.d/*.conf << 2 files');
    expect(hintedText('Include a.conf\nInclude b.conf\n', { files: { '/etc/ssh/b.conf': '' } })).toBe(
      'Include a.conf << no file\nInclude b.conf << 1 file\n',
    );
    expect(hintedText('Include a.conf\n')).toBe('Include a.conf\n');
  });

  test('say whom a Match line means only where it does not say so itself', () => {
    expect(hintedText('Match User alice,bob\nMatch all\nMatch Address 10.0.0.0/8\n')).not.toContain('<<');
    expect(hintedText('Match Group staff,!root Address 10.0.0.0/8\n')).toContain(
      '<< applies to members of staff, not root, and clients from 10.0.0.0/8',
    );
    expect(hintedText('Match User *,!root\n')).toContain('<< applies to any user, not root,');
    expect(hintedText('Match User !root\n')).toContain('<< applies to no user');
  });

  test('speak of the blocks around an Include', () => {
    const inside = '/etc/ssh/inside.conf';
    const main = 'Match Group staff\n  Include inside.conf\n';
    expect(hintedText('Match User alice\n', { path: inside, files: { [MAIN_PATH]: main } })).toContain(
      '<< applies to members of staff and user alice',
    );
  });

  test('can be switched off one by one', () => {
    const inlayHints = { matchBlocks: false, includes: false };
    expect(hintedText(`${MAIN}Match User a Group b\n`, { files, inlayHints })).not.toContain('<<');
  });
});

test('the outline names the files of an Include', () => {
  expect(outlineOf(MAIN, { files }).split('\n')[0]).toContain('sshd_config.d/*.conf (2 files)');
});

describe('a line that another file decides', () => {
  const document = featureDocument(MAIN, { files });
  const findings = findingsOf(document.snapshot).filter(({ rule }) => rule === 'overruled-by-another-file');
  const [shown] = diagnostics(document, findings, { rulePage: (id) => id });

  test('is faded and tells where the other one is', () => {
    expect(shown).toMatchObject({
      severity: 2,
      tags: [1],
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 25 } },
      relatedInformation: [
        {
          location: {
            uri: uriOfPath(CLOUD),
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 26 } },
          },
        },
      ],
    });
  });

  test('is mended here or in the other file, in one step', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const actions = codeActions(document, { range, context: { diagnostics: [], only: ['quickfix'] } }, findings);
    expect(actions.slice(0, 3).map(({ title }) => title)).toEqual([
      'Remove this line; nothing changes',
      'Take this value into 50-cloud-init.conf:2',
      'Move this line above the Include of line 1, where it decides',
    ]);
    expect(actions[1]?.edit?.changes).toEqual({
      [uriOfPath(CLOUD)]: [
        { range: { start: { line: 1, character: 23 }, end: { line: 1, character: 26 } }, newText: 'no' },
      ],
      [uriOfPath(MAIN_PATH)]: [
        { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, newText: '' },
      ],
    });
  });
});
