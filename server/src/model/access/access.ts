// Who can log in, and how: for each kind of connection that the files tell apart, whether it is let in and what it needs to prove. Accounts, keys and PAM rules are not known here.
import type { Keyword } from '../../catalog/directives';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import { type FittingBlocks, fittingBlocks } from '../effective/acting-lines';
import type { EffectiveSetting } from '../effective/effective-setting';
import { settle } from '../effective/settle';
import type { MatchBlock } from '../file-model';
import { type LoginListKeyword, rejection } from './admission';
import { type Population, populations } from './populations';
import { type KeySource, keySources, rootLogin, type Settings, type Ways, waysIn } from './ways';

/** Why a kind of connection has no way in. */
export interface ShutOut {
  readonly kind: 'shut-out';
  /** A login list, a refused connection, root as such, or no method that is left. */
  readonly because: LoginListKeyword | 'refuse-connection' | 'root' | 'no-method';
  readonly by: readonly DirectiveInFile[];
  readonly ways?: Ways;
  /** What PermitRootLogin says, where that is the reason. */
  readonly rootLogin?: string;
}

/** What those who are let in need and get. */
export interface LetIn {
  readonly kind: 'let-in';
  readonly ways: Ways;
  /** Where keys come from; empty unless a way needs one. */
  readonly keys: readonly KeySource[];
  /** Instead of a shell. */
  readonly command?: string;
  readonly folder?: string;
  /** The lines that have a say. */
  readonly by: readonly DirectiveInFile[];
}

/** What becomes of one kind of connection. */
export interface Verdict {
  readonly population: Population;
  readonly root: boolean;
  readonly outcome: ShutOut | LetIn;
}

export interface Access {
  readonly verdicts: readonly Verdict[];
  /** Whether there are more kinds than were looked at. */
  readonly cut: boolean;
}

/** The keywords that decide who gets in. */
export const CONCERNED: ReadonlySet<Keyword> = new Set<Keyword>([
  'AllowUsers',
  'DenyUsers',
  'AllowGroups',
  'DenyGroups',
  'AuthenticationMethods',
  'AuthorizedKeysCommand',
  'AuthorizedKeysCommandUser',
  'AuthorizedKeysFile',
  'ChallengeResponseAuthentication',
  'ChrootDirectory',
  'ForceCommand',
  'GSSAPIAuthentication',
  'GSSAuthentication',
  'HostbasedAuthentication',
  'KbdInteractiveAuthentication',
  'PasswordAuthentication',
  'PermitEmptyPasswords',
  'PermitRootLogin',
  'PubkeyAuthentication',
  'RefuseConnection',
  'TrustedUserCAKeys',
  'UsePAM',
]);

const KNOWN = new WeakMap<Configuration, Access>();

/** Who can log in. Several rules and the panel ask; the answer is kept with the configuration. */
export function access(configuration: Configuration): Access {
  const known = KNOWN.get(configuration) ?? accessOf(configuration);
  KNOWN.set(configuration, known);
  return known;
}

function accessOf(configuration: Configuration): Access {
  const global = settingsOf(configuration, () => false);
  const superuser = superuserOf(configuration);
  const { all, blocks, cut } = populations(configuration, {
    concerns: (keyword) => CONCERNED.has(keyword),
    useDns: global.value('UseDNS') === 'yes',
    listening: listeningPorts(global),
    ...(superuser === undefined ? {} : { superuser }),
  });
  const judge = judgeOf(configuration, blocks, global);
  return {
    cut,
    verdicts: all.map((population) => {
      const root = superuser !== undefined && population.connection.user === superuser.name;
      return { population, root, outcome: judge(population, root) };
    }),
  };
}

/** The outcome for one connection, without looking at others: a quick answer to whether anybody gets in. */
export function outcomeFor(configuration: Configuration, connection: ConnectionSpec): ShutOut | LetIn {
  const { fits } = fittingBlocks(configuration, connection);
  const root = connection.user === superuserOf(configuration)?.name;
  return judged(settingsOf(configuration, fits), connection, root);
}

function superuserOf({ catalog }: Configuration): { readonly name: string; readonly group: string } | undefined {
  const { vendor } = catalog.target;
  if (vendor === 'windows') return undefined;
  return { name: 'root', group: vendor === 'freebsd' || vendor === 'macos' ? 'wheel' : 'root' };
}

function listeningPorts(global: Settings): readonly number[] {
  const atAddresses = global.values('ListenAddress').flatMap((one) => /:(\d+)$/.exec(one)?.[1] ?? []);
  return [...new Set([...global.values('Port'), ...atAddresses].map(Number))];
}

type Judge = (population: Population, root: boolean) => ShutOut | LetIn;

// Settings depend on the blocks that fit, and on nothing else.
function judgeOf(configuration: Configuration, blocks: readonly MatchBlock[], global: Settings): Judge {
  const bySettings = new Map<
    bigint,
    { readonly settings: Settings; readonly outcomes: Map<boolean, ShutOut | LetIn> }
  >();
  const bits = new Map(blocks.map((block, index) => [block, 1n << BigInt(index)]));
  const inBlocks = keywordsInBlocks(configuration);
  return (population, root) => {
    const known = bySettings.get(population.blocks) ?? {
      settings: withBlocks(
        global,
        settingsOf(configuration, (block) => ((bits.get(block) ?? 0n) & population.blocks) !== 0n),
        inBlocks,
      ),
      outcomes: new Map(),
    };
    bySettings.set(population.blocks, known);
    return judged(known.settings, population.connection, root, known.outcomes);
  };
}

function judged(
  settings: Settings,
  connection: ConnectionSpec,
  root: boolean,
  outcomes: Map<boolean, ShutOut | LetIn> = new Map(),
): ShutOut | LetIn {
  if (settings.value('RefuseConnection') === 'yes')
    return { kind: 'shut-out', because: 'refuse-connection', by: settings.by('RefuseConnection') };
  const rejected = rejection(connection, settings.by);
  if (rejected !== undefined) return { kind: 'shut-out', because: rejected.list, by: rejected.by };
  const outcome = outcomes.get(root) ?? outcomeOf(settings, root);
  outcomes.set(root, outcome);
  return outcome;
}

function keywordsInBlocks({ directives }: Configuration): ReadonlySet<Keyword> {
  const keywords = new Set<Keyword>();
  for (const { placed } of directives)
    if (placed.conditions.length > 0 && placed.directive !== undefined) keywords.add(placed.directive.slot);
  return keywords;
}

function withBlocks(global: Settings, special: Settings, inBlocks: ReadonlySet<Keyword>): Settings {
  const of = (keyword: Keyword) => (inBlocks.has(keyword) ? special : global);
  return {
    catalog: global.catalog,
    values: (keyword) => of(keyword).values(keyword),
    value: (keyword) => of(keyword).value(keyword),
    by: (keyword) => of(keyword).by(keyword),
  };
}

// Only what is asked for is worked out; lines that sshd refuses elsewhere do not matter here.
function settingsOf(configuration: Configuration, fits: FittingBlocks['fits']): Settings {
  const { catalog } = configuration;
  const fitting = { again: true, fits };
  const known = new Map<Keyword, EffectiveSetting | undefined>();
  const setting = (keyword: Keyword) => {
    if (!known.has(keyword)) {
      const directive = catalog.directive(keyword);
      known.set(keyword, directive?.status === 'supported' ? settle(directive, configuration, fitting) : undefined);
    }
    return known.get(keyword);
  };
  const values = (keyword: Keyword) => setting(keyword)?.values ?? [];
  return { catalog, values, value: (keyword) => values(keyword)[0], by: (keyword) => setting(keyword)?.by ?? [] };
}

function outcomeOf(settings: Settings, root: boolean): ShutOut | LetIn {
  const ways = waysIn(settings, root);
  if (ways.ways.length === 0) return noWay(settings, ways);
  const named = (keyword: Keyword) => {
    const value = settings.value(keyword);
    return value === undefined || value === '' || value === 'none' ? undefined : value;
  };
  const command = named('ForceCommand');
  const folder = named('ChrootDirectory');
  return {
    kind: 'let-in',
    ways,
    keys: ways.ways.some((way) => way.includes('publickey')) ? keySources(settings) : [],
    ...(command === undefined ? {} : { command }),
    ...(folder === undefined ? {} : { folder }),
    by: [...new Set([...CONCERNED].flatMap((keyword) => (isOfUse(keyword, root) ? settings.by(keyword) : [])))],
  };
}

const isOfUse = (keyword: Keyword, root: boolean) => root || keyword !== 'PermitRootLogin';

function noWay(settings: Settings, ways: Ways): ShutOut {
  const { obstacles } = ways;
  const asRoot = obstacles.some(({ why }) => why === 'root');
  // Without the bar for root there would be a way.
  if (asRoot && waysIn(settings, false).ways.length > 0)
    return {
      kind: 'shut-out',
      because: 'root',
      by: settings.by('PermitRootLogin'),
      ways,
      rootLogin: rootLogin(settings),
    };
  const by = [...settings.by('AuthenticationMethods'), ...obstacles.flatMap((one) => one.by)];
  return { kind: 'shut-out', because: 'no-method', by: [...new Set(by)], ways };
}
