// Rules in a configuration of several files: each file is judged in its place, by the same notation as one file.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import type { SourceSet } from '../../server/src/model/source-set';
import { badArgument } from '../../server/src/rules/correctness/bad-argument';
import { snapshotOf } from '../../server/src/service';
import { expectFindingsInFiles, findingsOf } from '../kit/expect-findings';
import { examplesIn, filesAfterFix } from '../kit/page-examples';
import { MAIN_PATH, snapshotFrom, targetOf } from '../kit/snapshot';

const DROP_IN = '/etc/ssh/sshd_config.d/10-a.conf';

describe('a drop-in', () => {
  it('is read inside the Match block that includes it', () => {
    const files = { [MAIN_PATH]: 'Match User x\n  Include sshd_config.d/*.conf\n' };
    const { reading, configuration } = snapshotFrom('Port 22\n', { path: DROP_IN, files });
    expect(configuration.main.file.path).toBe(MAIN_PATH);
    expect(reading.model.directives.map(({ active, conditions }) => [active, conditions.length])).toEqual([[false, 1]]);
  });

  it('stands alone when its main file does not read it', () => {
    const files = { [MAIN_PATH]: 'Match User x\n  Include sshd_config.d/*.conf.bak\n' };
    const { configuration } = snapshotFrom('Port 22\n', { path: DROP_IN, files });
    expect(configuration.main.file.path).toBe(DROP_IN);
  });
});

describe('Include in a fixture', () => {
  it('finds the files in the order of their names, and nothing but files', () => {
    const { configuration } = snapshotFrom('Include sshd_config.d/[0-9]*.conf /etc/ssh/none\n', {
      files: {
        '/etc/ssh/sshd_config.d/9.conf': 'Port 9\n',
        '/etc/ssh/sshd_config.d/10.conf': { failure: 'dangling-link' },
        '/etc/ssh/sshd_config.d/x.conf': 'Port 3\n',
        '/etc/ssh/sshd_config.d/1/2.conf': 'Port 4\n',
      },
    });
    expect(configuration.includes.map(({ files }) => files?.map(({ kind, uri }) => [kind, uri]))).toEqual([
      [
        ['failed', 'file:///etc/ssh/sshd_config.d/10.conf'],
        ['read', 'file:///etc/ssh/sshd_config.d/9.conf'],
      ],
      [],
    ]);
    expect(configuration.wanted).toEqual({ patterns: [], uris: [] });
  });
});

describe('what cannot be looked at', () => {
  const text = 'Include /srv/ssh/*.conf\nAllowUsers root\nPermitRootLogin no\n';
  const rulesIn = (uri: string, sources: Pick<SourceSet, 'matches' | 'unreachable'>) => {
    const facts = {
      settings: DEFAULT_SETTINGS,
      target: targetOf(),
      sources: { main: uri, sources: new Map(), ...sources },
    };
    return findingsOf(snapshotOf(uri, text, facts)).map(({ rule }) => rule);
  };
  const unreachable = { matches: new Map(), unreachable: new Set(['/srv/ssh/*.conf']) };

  it('is said where an Include leads out of a copy, and nothing is said of what may stand there', () => {
    const found = rulesIn('memfs:/copy/sshd_config', unreachable);
    expect(found).toContain('included-file-not-checked');
    expect(found).not.toContain('nobody-can-log-in');
  });

  it('is not said of a text that is not saved', () =>
    expect(rulesIn('untitled:Untitled-1', unreachable)).not.toContain('included-file-not-checked'));

  it('is otherwise known to be nothing', () => {
    const found = rulesIn('memfs:/copy/sshd_config', { matches: new Map([['/srv/ssh/*.conf', []]]) });
    expect(found).not.toContain('included-file-not-checked');
    expect(found).toContain('nobody-can-log-in');
  });

  it('may be a file without permission', () => {
    const files = { '/srv/ssh/a.conf': { failure: 'unreadable' } } as const;
    const found = findingsOf(snapshotFrom(text, { files })).map(({ rule }) => rule);
    expect(found).toContain('included-file-not-checked');
    expect(found).not.toContain('nobody-can-log-in');
  });
});

describe('a page', () => {
  const page = [
    '```sshd_config target=9.2',
    'Include sshd_config.d/*.conf',
    '```',
    `\`\`\`sshd_config file=${DROP_IN}`,
    'UsePAM yess',
    '#      ^^^^ error[bad-argument]',
    '```',
    `\`\`\`sshd_config after-fix file=${DROP_IN}`,
    'UsePAM yes',
    '```',
    '```sshd_config',
    'UsePAM yes',
    '```',
    '',
  ].join('\n');

  it('shows a configuration of several files, and what the fix makes of each', () => {
    const [first, second] = examplesIn(page);
    expect(first).toMatchObject({ options: { target: '9.2' }, afterFix: { [DROP_IN]: 'UsePAM yes\n' } });
    expect(Object.keys(first?.files ?? {})).toEqual([MAIN_PATH, DROP_IN]);
    expect(second).toMatchObject({ files: { [MAIN_PATH]: 'UsePAM yes\n' }, afterFix: {} });
    expectFindingsInFiles(first?.files ?? {}, { ...first?.options, rules: [badArgument] });
    expect(filesAfterFix(first?.files ?? {}, badArgument, first?.options ?? {})).toEqual({
      [MAIN_PATH]: 'Include sshd_config.d/*.conf\n',
      [DROP_IN]: 'UsePAM yes\n',
    });
  });
});
