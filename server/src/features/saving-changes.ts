// What saving changes, for whom: the settings before and after, for each kind of connection that either text tells apart.

import type { Keyword } from '../catalog/directives';
import type { Trait } from '../model/access/places';
import { type Population, populations } from '../model/access/populations';
import type { Configuration } from '../model/configuration';
import type { ConnectionSpec } from '../model/connection';
import { effectiveConfig } from '../model/effective/effective-config';

// Each is evaluated twice; more sentences than this nobody reads.
const MOST = 60;

/** Sentences, everybody first; none: saving changes nothing. */
export function changesOfSaving(before: Configuration, after: Configuration): readonly string[] {
  const all = new Set<string>();
  const changesFor = (connection?: ConnectionSpec): readonly string[] => {
    const changed = changedKeywords(before, after, connection);
    for (const keyword of changed) all.add(keyword);
    return changed;
  };
  const general = changesFor();
  // A kind of connection that both texts know is told once.
  const sentences = new Set(general.length === 0 ? [] : [sentence(general, '')]);
  for (const kinds of [kindsOf(after), kindsOf(before)])
    for (const text of specialSentences(kinds, general, changesFor)) sentences.add(text);
  if (sentences.size === 0) return ['Saving changes no value.'];
  return [...sentences, ...(RISKY.some((keyword) => all.has(keyword)) ? [KEEP_A_SESSION] : [])];
}

const KEEP_A_SESSION = 'This may keep people out: leave a session open until a new login has worked.';
const WHETHER_IT_STARTS = 'whether sshd starts';

// What decides whether and how somebody gets in.
const RISKY: readonly (Keyword | typeof WHETHER_IT_STARTS)[] = [
  'AllowGroups',
  'AllowUsers',
  'AuthenticationMethods',
  'AuthorizedKeysFile',
  'DenyGroups',
  'DenyUsers',
  'HostKey',
  'KbdInteractiveAuthentication',
  'ListenAddress',
  'PasswordAuthentication',
  'PermitRootLogin',
  'Port',
  'PubkeyAuthentication',
  'UsePAM',
  WHETHER_IT_STARTS,
];

/** Sentences about those for whom something else changes than for everybody. */
function* specialSentences(
  kinds: readonly Population[],
  general: readonly string[],
  changesFor: (connection: ConnectionSpec) => readonly string[],
): Iterable<string> {
  const byTrait = new Map<Trait, string>();
  for (const { traits, connection } of kinds) {
    const [trait] = traits;
    if (trait === undefined) continue;
    const changed = changesFor(connection);
    const key = changed.join(' ');
    // Fewer traits come first: what one of them says needs not be said of two.
    const foretold = traits.length > 1 ? traits.map((one) => byTrait.get(one)) : [general.join(' ')];
    if (traits.length === 1) byTrait.set(trait, key);
    if (foretold.includes(key)) continue;
    yield changed.length === 0 ? `Saving changes nothing for ${words(traits)}.` : sentence(changed, words(traits));
  }
}

function kindsOf(configuration: Configuration): readonly Population[] {
  const question = { concerns: () => true, useDns: true, listening: [22] };
  return populations(configuration, question)
    .all.filter(({ traits }) => traits.length <= 2)
    .slice(0, MOST);
}

function changedKeywords(
  before: Configuration,
  after: Configuration,
  connection: ConnectionSpec | undefined,
): readonly string[] {
  const old = effectiveConfig(before, connection);
  const now = effectiveConfig(after, connection);
  if (old.kind === 'refused' || now.kind === 'refused') return old.kind === now.kind ? [] : [WHETHER_IT_STARTS];
  return now.settings
    .filter(({ keyword, values }) => JSON.stringify(values) !== JSON.stringify(old.setting(keyword)?.values))
    .map(({ keyword }) => keyword);
}

function sentence(keywords: readonly string[], who: string): string {
  const count = keywords.length === 1 ? '1 value' : `${keywords.length} values`;
  return `Saving changes ${count}${who === '' ? '' : ` for ${who}`}: ${keywords.join(', ')}.`;
}

const KINDS: Readonly<Record<Trait['kind'], string>> = {
  user: '',
  group: 'group ',
  address: 'connections from ',
  host: 'connections from ',
  'local-address': 'connections to ',
  'local-port': 'connections to port ',
  rdomain: 'rdomain ',
};

function words(traits: readonly Trait[]): string {
  return traits.map(({ kind, names }) => `${KINDS[kind]}${names.slice(0, 3).join(', ')}`).join(' and ');
}
