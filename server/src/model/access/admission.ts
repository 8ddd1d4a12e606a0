// Whether the login lists let a connection in: allowed_user() of auth.c and match_user() of match.c. Whether an account exists, nobody here knows.
import { matchesPattern, matchesPatternList } from '../../base/wildcard';
import type { Keyword } from '../../catalog/directives';
import type { DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import { addressFits } from '../effective/match-evaluation';

/** A login list. */
export type LoginListKeyword = Extract<Keyword, 'AllowUsers' | 'DenyUsers' | 'AllowGroups' | 'DenyGroups'>;

/** The list that shuts a connection out. */
export interface Rejection {
  readonly list: LoginListKeyword;
  /** The line with the entry that denies; for an allow list all its lines. */
  readonly by: readonly DirectiveInFile[];
}

/** The list that shuts the connection out, if any does; in sshd's order. */
export function rejection(
  connection: ConnectionSpec,
  linesOf: (list: LoginListKeyword) => readonly DirectiveInFile[],
): Rejection | undefined {
  const user = (entry: string) => userFits(connection, entry);
  const group = (entry: string) => (connection.groups ?? []).some((name) => matchesPattern(name, entry));
  return (
    denied('DenyUsers', linesOf('DenyUsers'), user) ??
    notAllowed('AllowUsers', linesOf('AllowUsers'), user) ??
    denied('DenyGroups', linesOf('DenyGroups'), group) ??
    notAllowed('AllowGroups', linesOf('AllowGroups'), group)
  );
}

type Fits = (entry: string) => boolean;

const hits = ({ placed }: DirectiveInFile, fits: Fits) => placed.line.words.some(({ value }) => fits(value));

function denied(list: LoginListKeyword, lines: readonly DirectiveInFile[], fits: Fits): Rejection | undefined {
  const line = lines.find((one) => hits(one, fits));
  return line === undefined ? undefined : { list, by: [line] };
}

function notAllowed(list: LoginListKeyword, lines: readonly DirectiveInFile[], fits: Fits): Rejection | undefined {
  return lines.length === 0 || lines.some((one) => hits(one, fits)) ? undefined : { list, by: lines };
}

// A `!` means nothing here: entries are patterns, not lists.
function userFits({ user = '', host = '', address = '' }: ConnectionSpec, entry: string): boolean {
  const at = entry.lastIndexOf('@');
  if (at < 0) return matchesPattern(user, entry);
  return matchesPattern(user, entry.slice(0, at)) && hostFits(host, address, entry.slice(at + 1));
}

// match_host_and_ip(): a negated hit by address or name decides against.
function hostFits(host: string, address: string, list: string): boolean {
  const byAddress = addressFits(address, list);
  if (byAddress === 'negated' || byAddress === 'invalid') return false;
  const lower = list.toLowerCase();
  const refused = lower
    .split(',')
    .some((one) => one.startsWith('!') && matchesPattern(host.toLowerCase(), one.slice(1)));
  return !refused && (byAddress === 'yes' || matchesPatternList(host, list, true));
}
