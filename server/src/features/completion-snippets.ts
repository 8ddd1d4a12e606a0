// Whole passages to begin with: Match blocks, keepalive, keys only, strong algorithms of the target. Lines the target does not know are left out.
import { algorithmFacts, defaultAlgorithms } from '../catalog/algorithms';
import type { Keyword } from '../catalog/directives';
import { adviceFor } from '../model/keepalive-advice';
import type { Snapshot } from '../model/snapshot';
import type { Offer } from './completion-item';
import type { TypedKeyword } from './completion-place';

// A place to fill in, with what stands there at first.
function gap(index: number, text: string): string {
  return `\${${index}:${text}}`;
}

const LAST = '$0';

type SnippetLine = readonly [keyword: Keyword, value: string];

interface Snippet {
  readonly label: string;
  readonly detail: string;
  /** Other words that people look for it by. */
  readonly known?: string;
  /** The criteria of the block that the lines stand in; absent: they stand in the section of the cursor. */
  readonly match?: string;
  readonly lines: readonly SnippetLine[];
}

const NO_FORWARDING: readonly SnippetLine[] = [
  ['AllowAgentForwarding', 'no'],
  ['X11Forwarding', 'no'],
  ['PermitTunnel', 'no'],
];

const BLOCKS: readonly Snippet[] = [
  { label: 'Match: user', detail: 'lines for some users', match: `User ${gap(1, 'alice')}`, lines: [] },
  { label: 'Match: group', detail: 'lines for a group', match: `Group ${gap(1, 'wheel')}`, lines: [] },
  {
    label: 'Match: address',
    detail: 'lines by where clients come from',
    match: `Address ${gap(1, '192.0.2.0/24')}`,
    lines: [],
  },
  {
    label: 'Match: file transfer only',
    detail: 'sftp in a folder of their own, no shell, no forwarding',
    known: 'sftp chroot',
    match: `Group ${gap(1, 'sftponly')}`,
    lines: [
      ['ChrootDirectory', gap(2, '/srv/sftp/%u')],
      ['ForceCommand', 'internal-sftp'],
      ['AllowTcpForwarding', 'no'],
      ...NO_FORWARDING,
    ],
  },
  {
    label: 'Match: jump host',
    detail: 'connections through this server to named ones, and nothing else',
    known: 'bastion',
    match: `Group ${gap(1, 'jump')}`,
    lines: [
      ['AllowTcpForwarding', 'local'],
      ['PermitOpen', gap(2, 'host.example.org:22')],
      ['PermitTTY', 'no'],
      ['ForceCommand', '/bin/false'],
      ...NO_FORWARDING,
    ],
  },
];

/** The passages that fit the section; behind the keywords. */
export function snippetOffers(snapshot: Snapshot, place: TypedKeyword): readonly Offer[] {
  if (place.separated) return [];
  return [...BLOCKS, ...passages(snapshot)].flatMap((snippet, order) => {
    const known = snippet.lines.filter((line) => fits(snapshot, place, snippet, line));
    if (snippet.lines.length > 0 && known.length === 0) return [];
    return {
      label: snippet.label,
      kind: 'snippet' as const,
      keyword: known[0]?.[0] ?? 'Match',
      replace: place.replace,
      newText: snippetText(snippet, known),
      ...(snippet.known === undefined ? {} : { filter: `${snippet.label} ${snippet.known}` }),
      detail: snippet.detail,
      rank: 3,
      order,
    };
  });
}

function passages(snapshot: Snapshot): readonly Snippet[] {
  const { interval, countMax } = adviceFor(snapshot);
  return [
    {
      label: 'Keepalive',
      detail: 'probes that keep sessions alive and end dead ones',
      known: 'ClientAlive',
      lines: [
        ['ClientAliveInterval', gap(1, String(interval))],
        ['ClientAliveCountMax', gap(2, String(countMax))],
      ],
    },
    {
      label: 'Logins with keys only',
      detail: 'no passwords, root with a key at most',
      lines: [
        ['PasswordAuthentication', 'no'],
        ['KbdInteractiveAuthentication', 'no'],
        ['PermitRootLogin', gap(1, 'prohibit-password')],
      ],
    },
    {
      label: 'Strong algorithms',
      detail: 'what is strong of the default lists',
      known: 'hardened ciphers',
      lines: strongLists(snapshot),
    },
  ];
}

function strongLists({ catalog: { target } }: Snapshot): readonly SnippetLine[] {
  const keywords = ['KexAlgorithms', 'Ciphers', 'MACs', 'HostKeyAlgorithms'] as const;
  return keywords.flatMap((keyword): SnippetLine[] => {
    const names = defaultAlgorithms(keyword, target).filter((name) => algorithmFacts(name)?.grade === 'strong');
    return names.length === 0 ? [] : [[keyword, names.join(',')]];
  });
}

function fits({ catalog }: Snapshot, { block }: TypedKeyword, { match }: Snippet, [keyword]: SnippetLine): boolean {
  const known = catalog.directive(keyword);
  if (known?.status !== 'supported') return false;
  const inBlock = match !== undefined || (block !== undefined && !block.criteria.activeWhenRead);
  return known.scope === 'all' || !inBlock;
}

// A tab is what the editor indents with.
function snippetText({ match }: Snippet, lines: readonly SnippetLine[]): string {
  const written = lines.map(([keyword, value]) => `${keyword} ${value}`);
  return match === undefined ? `${written.join('\n')}\n${LAST}` : [`Match ${match}`, ...written, LAST].join('\n\t');
}

/** A snippet as text, for those who look before they take it. */
export function snippetPreview(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\s*\$0/, '')
    .replace(/\t/g, '    ');
}
