// The table of who can log in, in words: for the command line and the panel alike.
import type { LetIn, ShutOut } from './access';
import type { AccessRow, AccessTable, RowTrait } from './access-table';
import type { KeySource, Method, Obstacle } from './ways';

/** Whom a row is about: `alice, bob`, `group wheel`, `everybody else`. */
export function whoText({ who }: AccessRow, { rows }: AccessTable): string {
  if (who.length === 0) return rows.some((row) => row.who.length > 0) ? 'everybody else' : 'everybody';
  const users = who.filter(({ kind }) => kind === 'user').map(({ names }) => some(names, ', '));
  const groups = who.filter(({ kind }) => kind === 'group').map(({ names }) => names);
  if (groups.length === 0) return users.join(' ');
  const membership = `group ${groups.map((names) => some(names, ' or ')).join(', and ')}`;
  return users.length === 0 ? membership : `${users.join(' ')} in ${membership}`;
}

/** Where its connections come from or go to; empty for a table that names no places. */
export function fromText({ from, who }: AccessRow, { rows }: AccessTable): string {
  if (from.length > 0) return from.map(placeText).join(', ');
  const placed = rows.filter((row) => row.from.length > 0);
  if (placed.length === 0) return '';
  return placed.some((row) => JSON.stringify(row.who) === JSON.stringify(who)) ? 'anywhere else' : 'anywhere';
}

function placeText({ kind, names }: RowTrait): string {
  const words = {
    address: 'from',
    host: 'from host',
    'local-address': 'to',
    'local-port': 'on port',
    rdomain: 'in rdomain',
  };
  return `${words[kind as keyof typeof words]} ${some(names, ', ')}`;
}

const MOST_NAMES = 6;

function some(names: readonly string[], between: string): string {
  if (names.length <= MOST_NAMES) return names.join(between);
  return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} more`;
}

const METHODS: Readonly<Record<Method, string>> = {
  publickey: 'public key',
  password: 'password',
  'keyboard-interactive': 'keyboard-interactive through PAM',
  hostbased: 'trusted host',
  'gssapi-with-mic': 'Kerberos ticket',
  none: 'empty password',
};

/** Each way in: `public key`, `public key, then password`. */
export function wayTexts({ ways: { ways, forcedCommandOnly } }: LetIn): readonly string[] {
  return ways.map((way) => {
    const words = way.map((method, index) =>
      way.indexOf(method) < index ? `another ${METHODS[method]}` : METHODS[method],
    );
    const [first = '', ...rest] = words;
    const text = [first, ...rest.map((one) => `then ${one}`)].join(', ');
    return forcedCommandOnly && way.includes('publickey') ? `${text} (only keys with a command of their own)` : text;
  });
}

/** What else is worth knowing of those who are let in. */
export function remarks({ command, folder, keys, ways }: LetIn): readonly string[] {
  const sequence = ways.ways.some((way) => way.includes('none')) ? ['accounts without a password need none'] : [];
  return [
    ...(command === undefined ? [] : [`runs only: ${command}`]),
    ...(folder === undefined ? [] : [`confined to ${folder}`]),
    ...sequence,
    ...keys.filter(({ isDefault }) => !isDefault).map(keyText),
  ];
}

function keyText({ kind, text }: KeySource): string {
  if (kind === 'files') return `keys in ${text}`;
  return kind === 'command' ? `keys from ${text}` : `certificates signed by ${text}`;
}

/** Why nobody of a row gets in. */
export function reasonText(outcome: ShutOut): string {
  switch (outcome.because) {
    case 'AllowUsers':
    case 'AllowGroups':
      return `not in ${outcome.because}`;
    case 'DenyUsers':
    case 'DenyGroups':
      return `in ${outcome.because}`;
    case 'refuse-connection':
      return 'RefuseConnection';
    case 'root':
      return rootText(outcome);
    case 'no-method':
      return `no method left${obstacleTexts(outcome)}`;
  }
}

function rootText({ ways, rootLogin = '' }: ShutOut): string {
  const said = `PermitRootLogin ${rootLogin}`;
  if (rootLogin === 'no') return said;
  const keys = ways?.obstacles.find(({ method }) => method === 'publickey');
  if (keys !== undefined) return `${said}, and ${obstacleText(keys)}`;
  const barred = (ways?.obstacles ?? []).filter(({ why }) => why === 'root').map(({ method }) => method);
  return `${said}, but every way needs ${barred.join(' or ')}`;
}

function obstacleTexts({ ways }: ShutOut): string {
  // What nobody expects to be on is worth a word only where it is asked for.
  const worth = (ways?.obstacles ?? []).filter(
    ({ method, by }) => ways?.prescribed || by.length > 0 || !['hostbased', 'gssapi-with-mic'].includes(method),
  );
  const texts = [...new Set(worth.map(obstacleText))];
  return texts.length === 0 ? '' : `: ${texts.join('; ')}`;
}

/** Why a method cannot succeed: `password is off`. */
export function obstacleText({ method, why, keyword }: Obstacle): string {
  switch (why) {
    case 'off':
      return `${method} is off`;
    case 'no-device':
      return `${method} needs ${keyword} yes`;
    case 'no-keys':
      return 'no place to find keys in is named';
    case 'root':
      return `${method} is not for root`;
    case 'unknown':
      return `no method is called ${method}`;
  }
}
