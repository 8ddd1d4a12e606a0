// What is measured: a small file as on most servers, a big one made of every directive's example and many Match blocks, and a configuration of many files.
import type { Range } from 'vscode-languageserver-types';
import { catalogAt } from '../../server/src/catalog/catalog';
import { NEWEST_TARGET } from '../../server/src/catalog/targets';

/** A text and the place in it that is edited, hovered and completed. */
export interface BenchFile {
  readonly name: string;
  readonly text: string;
  /** Line (from 0) of a `ClientAliveInterval 60` in the middle. */
  readonly line: number;
  /** Line (from 0) of a comment in the middle. */
  readonly comment: number;
  /** The other files of its configuration, by name below its folder. */
  readonly others?: Readonly<Record<string, string>>;
}

const SMALL = `# the story's file
Include /etc/ssh/sshd_config.d/*.conf
Port 22
PermitRootLogin prohibit-password
PubkeyAuthentication yes
PasswordAuthentication no
ClientAliveInterval 60
ClientAliveCountMax 3
ChallengeResponseAuthentication no
AcceptEnv LANG LC_*
Subsystem sftp /usr/lib/openssh/sftp-server
Match Group sftp
    ForceCommand internal-sftp
    AllowTcpForwarding no
`;

const EDITED = 'ClientAliveInterval 60';
const BIG_LINES = 2000;
const BLOCK_LINES = 9;

/** 14 lines. */
export function smallFile(): BenchFile {
  return benchFile('14 lines', SMALL);
}

/** 2,000 lines: one of each directive, then Match blocks, some with a misspelt keyword or a bad argument. */
export function bigFile(): BenchFile {
  const known = catalogAt(NEWEST_TARGET).directives.filter(
    ({ status, entry, keyword, slot }) =>
      status === 'supported' && entry.example !== undefined && entry.vendors === undefined && slot === keyword,
  );
  const lines = (indent: string, directives: typeof known): string[] =>
    directives.map(({ keyword, entry }) => `${indent}${keyword} ${entry.example}`);
  const text = lines(
    '',
    known.filter(({ keyword }) => keyword !== 'Match'),
  );
  const inMatch = known.filter(({ scope, keyword }) => scope === 'all' && keyword !== 'Match');
  for (let block = 0; text.length < BIG_LINES - BLOCK_LINES - 4; block++) {
    const from = (block * BLOCK_LINES) % inMatch.length;
    text.push('', `# what user${block} may do`, `Match User user${block},backup-${block} Address 192.0.2.0/24`);
    text.push(...lines('    ', inMatch.slice(from, from + BLOCK_LINES - 1)));
    if (block % 3 === 0) text.push(`    ${EDITED}`);
    if (block % 10 === 0) text.push('    PermitRootLogn no');
    if (block % 10 === 5) text.push('    X11Forwarding maybe');
  }
  while (text.length < BIG_LINES) text.push('# the end');
  return benchFile('2,000 lines', `${text.join('\n')}\n`);
}

const DROP_INS = 200;
const TREE_BLOCKS = 20;

/** A main file with 20 Match blocks that includes 200 drop-ins of some lines each. */
export function manyFiles(): BenchFile {
  const blocks = Array.from({ length: TREE_BLOCKS }, (_, index) =>
    [
      `Match User user${index},backup-${index}`,
      `    ${EDITED}`,
      '    X11Forwarding no',
      '    AllowTcpForwarding no',
    ].join('\n'),
  );
  const main = `# who may do what\nInclude sshd_config.d/*.conf\nPort 22\nPermitRootLogin no\n${blocks.join('\n')}\n`;
  const dropIns = Array.from({ length: DROP_INS }, (_, index) => {
    const text = `# what role ${index} needs\nAcceptEnv ROLE_${index}\nAllowUsers user${index}\nMaxAuthTries ${(index % 5) + 2}\nMatch Group role${index}\n    Banner /etc/issue.${index}\n`;
    return [`sshd_config.d/${String(index).padStart(3, '0')}-role.conf`, text] as const;
  });
  return { ...benchFile('200 drop-ins, 20 Match blocks', main), others: Object.fromEntries(dropIns) };
}

/** An edit as an editor sends it. */
export interface TypedEdit {
  readonly range: Range;
  readonly text: string;
}

/** What is typed into a line over and over: a digit more at its end, and taken away again. */
export function typedEdits({ text }: BenchFile, line: number): readonly TypedEdit[] {
  const end = { line, character: text.split('\n')[line]?.length ?? 0 };
  const after = { line, character: end.character + 1 };
  return [
    { range: { start: end, end }, text: '0' },
    { range: { start: end, end: after }, text: '' },
  ];
}

function benchFile(name: string, text: string): BenchFile {
  const lines = text.split('\n');
  const middleOf = (is: (line: string) => boolean): number => {
    const found = lines.flatMap((line, index) => (is(line) ? [index] : []));
    return found[Math.floor(found.length / 2)] ?? 0;
  };
  return {
    name,
    text,
    line: middleOf((line) => line.trim() === EDITED),
    comment: middleOf((line) => /^# /.test(line)),
  };
}
