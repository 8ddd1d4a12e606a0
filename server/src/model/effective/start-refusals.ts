// Why sshd refuses to start though each line alone is fine: what it finds when lines come together, or when all is read.
import { ipAddress } from '../../base/ip-address';
import { ownValue } from '../../base/own-value';
import { listenHost } from '../../catalog/arguments/host-port';
import type { Keyword } from '../../catalog/directives';
import { type Release, shortName } from '../../catalog/versions';
import type { Configuration, DirectiveInFile } from '../configuration';
import { methodsOf } from '../method-switches';
import { linesWhenRead } from './acting-lines';
import { sockets } from './listen-sockets';
import { settleWhenRead } from './settle';

/** One reason, and the line it is about. */
export interface StartRefusal {
  readonly message: string;
  readonly by?: DirectiveInFile;
}

/** The first reason, in sshd's order as far as it matters. */
export function startRefusal(configuration: Configuration): StartRefusal | undefined {
  return (
    includeRefusal(configuration) ??
    textRefusal(configuration) ??
    doubleSubsystem(configuration) ??
    anyBehindMethods(configuration) ??
    overflow(configuration) ??
    lateSocketLine(configuration) ??
    wrongFamily(configuration) ??
    commandWithoutUser(configuration) ??
    disabledMethods(configuration)
  );
}

const UNREAD: Readonly<Record<string, string>> = {
  unreadable: 'cannot be read',
  'dangling-link': 'is a link to nothing',
  loop: 'includes itself in the end',
  'too-deep': 'is nested more than 16 levels deep',
};

function includeRefusal({ includes }: Configuration): StartRefusal | undefined {
  for (const pattern of includes) {
    for (const file of pattern.files ?? []) {
      const why = file.kind === 'failed' ? ownValue(UNREAD, file.reason) : undefined;
      if (why !== undefined)
        return { message: `Include finds \`${file.uri}\`, which ${why}; sshd stops.`, by: pattern };
    }
  }
  return undefined;
}

// LINE_MAX of load_server_config() up to 7.7.
const LONGEST_LINE = 4094;

function textRefusal({ readings, catalog }: Configuration): StartRefusal | undefined {
  for (const { file, tree } of readings) {
    if (file.byteOrderMark && !file.text.startsWith('\uFEFF') && file.text !== '')
      return { message: `\`${file.path}\` begins with a byte order mark.` };
    if (!catalog.since('7.8p1') && tree.lines.some(({ text }) => bytesOf(text) > LONGEST_LINE))
      return { message: `\`${file.path}\` has a line of 4095 bytes or more.` };
  }
  return undefined;
}

function bytesOf(text: string): number {
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (text.length * 3 <= LONGEST_LINE) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function doubleSubsystem(configuration: Configuration): StartRefusal | undefined {
  if (configuration.catalog.since('9.5p1')) return undefined;
  const names = new Set<string>();
  for (const { words, at } of linesWhenRead(configuration, 'Subsystem')) {
    const name = words[0]?.value ?? '';
    if (names.has(name))
      return { message: `The subsystem \`${name}\` is defined twice, which sshd before 9.5 refuses.`, by: at };
    names.add(name);
  }
  return undefined;
}

function anyBehindMethods(configuration: Configuration): StartRefusal | undefined {
  const by = lineOfLateAny(configuration, ({ placed }) => placed.active);
  return by && { message: '`AuthenticationMethods any` stands behind another AuthenticationMethods line.', by };
}

/** From 8.7 to 9.7 sshd refuses `any` wherever it stands behind a line that acts. */
export function lineOfLateAny(
  { catalog, settersOf }: Configuration,
  acts: (at: DirectiveInFile) => boolean,
): DirectiveInFile | undefined {
  if (!catalog.since('8.7p1') || catalog.since('9.8p1')) return undefined;
  const lines = settersOf('AuthenticationMethods');
  const first = lines.findIndex((at) => at.placed.line.words.length > 0 && acts(at));
  if (first < 0) return undefined;
  return lines.slice(first + 1).find(({ placed }) => placed.line.words[0]?.value === 'any');
}

interface Limit {
  readonly keyword: Keyword;
  readonly most: number;
  /** From this release on there is no limit. */
  readonly gone?: Release;
  /** Each word counts; absent: each line does. */
  readonly words?: true;
  /** Only the line that sets the list counts. */
  readonly firstLineOnly?: true;
}

/** Fixed-size tables of sshd (servconf.h). */
export const LIMITS: readonly Limit[] = [
  { keyword: 'Port', most: 256 },
  { keyword: 'HostKey', most: 255, gone: '7.7p1' },
  { keyword: 'AllowUsers', most: 256, gone: '7.7p1', words: true },
  { keyword: 'DenyUsers', most: 256, gone: '7.7p1', words: true },
  { keyword: 'AllowGroups', most: 256, gone: '7.7p1', words: true },
  { keyword: 'DenyGroups', most: 256, gone: '7.7p1', words: true },
  { keyword: 'AcceptEnv', most: 256, gone: '7.7p1', words: true },
  { keyword: 'AuthorizedKeysFile', most: 256, gone: '7.7p1', words: true, firstLineOnly: true },
  { keyword: 'AuthenticationMethods', most: 256, gone: '7.7p1', words: true, firstLineOnly: true },
  { keyword: 'Subsystem', most: 256, gone: '9.5p1' },
];

function overflow(configuration: Configuration): StartRefusal | undefined {
  for (const { keyword, most, gone, words, firstLineOnly } of LIMITS) {
    if (gone !== undefined && configuration.catalog.since(gone)) continue;
    const all = linesWhenRead(configuration, keyword);
    const lines = firstLineOnly ? all.slice(0, 1) : all;
    let count = 0;
    for (const line of lines) {
      count += words ? line.words.length : 1;
      if (count > most) return { message: `sshd takes at most ${most} values of ${keyword}.`, by: line.at };
    }
  }
  return undefined;
}

// Up to 6.8 Port and AddressFamily must stand before the first ListenAddress.
function lateSocketLine(configuration: Configuration): StartRefusal | undefined {
  if (configuration.catalog.since('6.9p1')) return undefined;
  let listens = false;
  for (const at of configuration.directives) {
    const slot = at.placed.active ? at.placed.directive?.slot : undefined;
    if (listens && (slot === 'Port' || slot === 'AddressFamily'))
      return { message: `Up to OpenSSH ${shortName('6.8p1')} sshd refuses ${slot} behind ListenAddress.`, by: at };
    listens ||= slot === 'ListenAddress';
  }
  return undefined;
}

function wrongFamily(configuration: Configuration): StartRefusal | undefined {
  const { family, addresses } = sockets(configuration);
  const wanted = { inet: 4, inet6: 6 }[family.values[0] ?? ''];
  const wrong = addresses.by.find(({ words }) => {
    const address = ipAddress(listenHost(words[0]?.value ?? ''));
    return wanted !== undefined && address !== undefined && address.family !== wanted;
  });
  return wrong && { message: 'AddressFamily rules this ListenAddress out.', by: wrong.at };
}

const COMMANDS = ['AuthorizedKeysCommand', 'AuthorizedPrincipalsCommand'] as const;

function commandWithoutUser(configuration: Configuration): StartRefusal | undefined {
  for (const keyword of COMMANDS) {
    const command = settleWhenRead(configuration, keyword);
    const [by] = command?.by ?? [];
    if (by === undefined || command?.values[0]?.toLowerCase() === 'none') continue;
    if (settleWhenRead(configuration, `${keyword}User`)?.isDefault)
      return { message: `${keyword} needs ${keyword}User; sshd refuses to start without it.`, by };
  }
  return undefined;
}

const SWITCHES: Readonly<Record<string, readonly Keyword[]>> = {
  publickey: ['PubkeyAuthentication'],
  password: ['PasswordAuthentication'],
  'keyboard-interactive': ['KbdInteractiveAuthentication'],
  hostbased: ['HostbasedAuthentication'],
  'gssapi-with-mic': ['GSSAPIAuthentication', 'GSSAuthentication'],
};

function disabledMethods(configuration: Configuration): StartRefusal | undefined {
  const line = linesWhenRead(configuration, 'AuthenticationMethods').find(({ words }) => words.length > 0);
  if (line === undefined) return undefined;
  const isOn = (method: string) =>
    ownValue(SWITCHES, method)?.some((keyword) => settleWhenRead(configuration, keyword)?.values[0] === 'yes') ?? true;
  const possible = line.words.some(({ value }) => value === 'any' || methodsOf(value).every(isOn));
  return possible
    ? undefined
    : { message: 'Every list of AuthenticationMethods needs a method that is switched off.', by: line.at };
}
