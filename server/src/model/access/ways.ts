// The ways in that the settings for a connection leave: which methods can succeed, and which sequences of them let somebody in. auth2.c, auth2-*.c, auth.c of OpenSSH.
import type { Catalog } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import type { DirectiveInFile } from '../configuration';

/** The settings of one connection, as far as they are asked for here. */
export interface Settings {
  readonly catalog: Catalog;
  /** What `sshd -T` prints behind the keyword; nothing where the target does not know it. */
  readonly values: (keyword: Keyword) => readonly string[];
  /** The first, or only one. */
  readonly value: (keyword: Keyword) => string | undefined;
  /** The lines that decide; none: the default holds. */
  readonly by: (keyword: Keyword) => readonly DirectiveInFile[];
}

/** An authentication method of sshd. `none`: no proof at all. */
export type Method = 'publickey' | 'password' | 'keyboard-interactive' | 'hostbased' | 'gssapi-with-mic' | 'none';

/** Why a method cannot succeed. */
export interface Obstacle {
  readonly method: string;
  /** `off`: switched off. `no-device`: nothing asks the questions. `no-keys`: no place to find keys in. `root`: not for root. `unknown`: no such method. */
  readonly why: 'off' | 'no-device' | 'no-keys' | 'root' | 'unknown';
  /** The setting that stands in the way. */
  readonly keyword?: Keyword;
  readonly by: readonly DirectiveInFile[];
}

/** The ways in. */
export interface Ways {
  /** Each a sequence of methods that must all succeed; empty: nobody gets in. */
  readonly ways: readonly (readonly Method[])[];
  readonly obstacles: readonly Obstacle[];
  /** Whether AuthenticationMethods names the sequences. */
  readonly prescribed: boolean;
  /** Only with a key that names a command: PermitRootLogin forced-commands-only. */
  readonly forcedCommandOnly: boolean;
}

const METHODS: readonly Method[] = [
  'publickey',
  'gssapi-with-mic',
  'hostbased',
  'keyboard-interactive',
  'password',
  'none',
];

/** The ways in for an account; `root`: for the account with the user id 0. */
export function waysIn(settings: Settings, root: boolean): Ways {
  const obstacles = new Map<string, Obstacle>();
  const possible = (method: string) => {
    const known = obstacles.get(method) ?? obstacleOf(method, settings, root);
    if (known !== undefined) obstacles.set(method, known);
    return known === undefined;
  };
  const lists = settings.by('AuthenticationMethods').length > 0 ? settings.value('AuthenticationMethods') : undefined;
  const prescribed = lists !== undefined && lists !== 'any';
  const sequences = prescribed
    ? lists.split(/\s+/).map((list) => methodsWithDevices(list))
    : METHODS.map((method) => [method]);
  const ways = sequences.filter((sequence) => sequence.map(possible).every(Boolean));
  return {
    ways: ways as readonly (readonly Method[])[],
    obstacles: [...obstacles.values()].filter(({ method }) => method !== 'none' || prescribed),
    prescribed,
    forcedCommandOnly: root && rootLogin(settings) === 'forced-commands-only',
  };
}

// PAM is the one device of these builds. Other methods have none, and sshd never counts them as done where one is asked for (auth2.c: remove_method()).
function methodsWithDevices(list: string): readonly string[] {
  return list.split(',').map((one) => (one === 'keyboard-interactive:pam' ? 'keyboard-interactive' : one));
}

function obstacleOf(method: string, settings: Settings, root: boolean): Obstacle | undefined {
  const own = methodObstacle(method, settings);
  if (own !== undefined || !root || rootMay(method, settings)) return own;
  return { method, why: 'root', keyword: 'PermitRootLogin', by: settings.by('PermitRootLogin') };
}

function methodObstacle(method: string, settings: Settings): Obstacle | undefined {
  const off = (keyword: Keyword): Obstacle | undefined =>
    isYes(settings, keyword) ? undefined : { method, why: 'off', keyword, by: settings.by(keyword) };
  switch (method) {
    case 'publickey':
      return off('PubkeyAuthentication') ?? (keySources(settings).length > 0 ? undefined : noKeys(settings));
    case 'password':
      return off('PasswordAuthentication');
    case 'keyboard-interactive':
      return questionsObstacle(settings);
    case 'hostbased':
      return off('HostbasedAuthentication');
    case 'gssapi-with-mic':
      // 10.4 knows the setting by another name.
      return off(
        settings.catalog.directive('GSSAPIAuthentication') === undefined ? 'GSSAuthentication' : 'GSSAPIAuthentication',
      );
    case 'none':
      return off('PermitEmptyPasswords') ?? off('PasswordAuthentication');
    default:
      return { method, why: 'unknown', by: settings.by('AuthenticationMethods') };
  }
}

function questionsObstacle(settings: Settings): Obstacle | undefined {
  const method = 'keyboard-interactive';
  // Up to 8.6 the older switch starts what the other one offers.
  const old = settings.catalog.directive('ChallengeResponseAuthentication');
  const older = old?.slot === 'ChallengeResponseAuthentication' && old.status === 'supported';
  const switches: readonly Keyword[] = older
    ? ['ChallengeResponseAuthentication', 'KbdInteractiveAuthentication']
    : ['KbdInteractiveAuthentication'];
  for (const keyword of switches) {
    // The older switch, left on, switches the other one on too, unless a Match block says no.
    const implied = older && keyword === 'KbdInteractiveAuthentication' && !inBlock(settings.by(keyword));
    if (!implied && !isYes(settings, keyword)) return { method, why: 'off', keyword, by: settings.by(keyword) };
  }
  if (isYes(settings, 'UsePAM')) return undefined;
  return { method, why: 'no-device', keyword: 'UsePAM', by: settings.by('UsePAM') };
}

const inBlock = (lines: readonly DirectiveInFile[]) => lines.some(({ placed }) => placed.conditions.length > 0);

/** A place where sshd looks for keys. */
export interface KeySource {
  readonly kind: 'files' | 'command' | 'authorities';
  readonly text: string;
  /** No line names it. */
  readonly isDefault: boolean;
}

/** Where sshd looks for keys. */
export function keySources(settings: Settings): readonly KeySource[] {
  const named = (keyword: Keyword) => {
    const value = settings.value(keyword);
    return value === undefined || value === '' || value === 'none' ? undefined : value;
  };
  const files = named('AuthorizedKeysFile');
  const command = named('AuthorizedKeysCommand');
  const authorities = named('TrustedUserCAKeys');
  return [
    ...(files === undefined
      ? []
      : [{ kind: 'files' as const, text: files, isDefault: settings.by('AuthorizedKeysFile').length === 0 }]),
    // Without a user to run as the command is not run.
    ...(command === undefined || named('AuthorizedKeysCommandUser') === undefined
      ? []
      : [{ kind: 'command' as const, text: command, isDefault: false }]),
    ...(authorities === undefined ? [] : [{ kind: 'authorities' as const, text: authorities, isDefault: false }]),
  ];
}

function noKeys(settings: Settings): Obstacle {
  return { method: 'publickey', why: 'no-keys', keyword: 'AuthorizedKeysFile', by: settings.by('AuthorizedKeysFile') };
}

function isYes(settings: Settings, keyword: Keyword): boolean {
  // 6.6 prints 1 for UsePAM.
  return settings.value(keyword) === 'yes' || settings.value(keyword) === '1';
}

/** What root may do, in the words of today. */
export function rootLogin(settings: Settings): string {
  const value = settings.value('PermitRootLogin')?.toLowerCase() ?? 'yes';
  return value === 'without-password' ? 'prohibit-password' : value;
}

// auth_root_allowed() is asked at each step of a sequence.
function rootMay(method: string, settings: Settings): boolean {
  switch (rootLogin(settings)) {
    case 'yes':
      return true;
    case 'prohibit-password':
      // Up to 6.9 only the method called password was meant.
      if (!settings.catalog.since('7.0p1')) return method !== 'password';
      return ['publickey', 'hostbased', 'gssapi-with-mic'].includes(method);
    case 'forced-commands-only':
      return method === 'publickey';
    default:
      return false;
  }
}
