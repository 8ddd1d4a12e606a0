// Why sshd refuses to start though each line alone is fine: what it finds when lines come together, or when all is read.

import { ipAddress, isOfFamily } from '../../base/ip-address';
import { keptBy } from '../../base/kept-by';
import { ownValue } from '../../base/own-value';
import type { TextRange } from '../../base/text-range';
import { listenHost } from '../../catalog/arguments/host-port';
import type { Keyword } from '../../catalog/directives';
import { type Release, shortName } from '../../catalog/versions';
import type { Configuration, DirectiveInFile } from '../configuration';
import { isMethodOn, methodsOf } from '../method-switches';
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
  const [double] = doubleSubsystems(configuration);
  return double && { message: `The subsystem \`${double.name}\` is defined twice.`, by: double.at };
}

/** A line that sshd refuses because of an earlier one. */
export interface RefusedBehind {
  readonly at: DirectiveInFile;
  readonly earlier: DirectiveInFile;
}

/** Up to 9.4 sshd refuses a second subsystem of one name. */
export const doubleSubsystems = keptBy((configuration: Configuration) => [...findDoubleSubsystems(configuration)]);

function* findDoubleSubsystems(
  configuration: Configuration,
): Generator<RefusedBehind & { readonly name: string }, void, undefined> {
  if (configuration.catalog.since('9.5p1')) return;
  const names = new Map<string, DirectiveInFile>();
  for (const { words, at } of linesWhenRead(configuration, 'Subsystem')) {
    const name = words[0]?.value ?? '';
    const earlier = names.get(name);
    if (earlier !== undefined) yield { at, earlier, name };
    else if (name !== '') names.set(name, at);
  }
}

function anyBehindMethods(configuration: Configuration): StartRefusal | undefined {
  const [late] = lateAny(configuration, ({ placed }) => placed.active);
  return (
    late && { message: '`AuthenticationMethods any` stands behind another AuthenticationMethods line.', by: late.at }
  );
}

/** From 8.7 to 9.6 sshd refuses `any` wherever it stands behind a line that acts. */
export function* lateAny(
  { catalog, settersOf }: Configuration,
  acts: (at: DirectiveInFile) => boolean,
): Generator<RefusedBehind, void, undefined> {
  if (!catalog.since('8.7p1') || catalog.since('9.7p1')) return;
  let earlier: DirectiveInFile | undefined;
  for (const at of settersOf('AuthenticationMethods')) {
    const { words } = at.placed.line;
    const isRefusedAlready = at.placed.active && words[0]?.value !== 'any';
    if (earlier !== undefined && !isRefusedAlready && words.some(({ value }) => value === 'any')) yield { at, earlier };
    if (words.length > 0 && acts(at)) earlier ??= at;
  }
}

/** A table of sshd with a fixed size. */
export interface Limit {
  readonly keyword: Keyword;
  readonly most: number;
  /** From this release on there is no limit. */
  readonly gone?: Release;
  /** Each word counts; absent: each line does. */
  readonly words?: true;
  /** Only the line that sets the list counts. */
  readonly firstLineOnly?: true;
}

// MAX_PORTS of servconf.h and its neighbours.
const LIMITS: readonly Limit[] = [
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
  const [first] = overflows(configuration);
  return first && { message: `sshd takes at most ${first.limit.most} values of ${first.limit.keyword}.`, by: first.at };
}

/** The keywords whose tables have a fixed size. */
export const LIMITED: readonly Keyword[] = LIMITS.map(({ keyword }) => keyword);

/** A value for which a table has no room. */
export interface Overflow {
  readonly limit: Limit;
  readonly at: DirectiveInFile;
  /** Counted from the line's start. */
  readonly range: TextRange;
}

/** The first value too many of each keyword. */
export const overflows = keptBy((configuration: Configuration) => [...findOverflows(configuration)]);

function* findOverflows(configuration: Configuration): Generator<Overflow, void, undefined> {
  for (const limit of LIMITS) {
    if (limit.gone === undefined || !configuration.catalog.since(limit.gone)) yield* overflowOf(configuration, limit);
  }
}

function* overflowOf(configuration: Configuration, limit: Limit): Generator<Overflow, void, undefined> {
  const lines = linesWhenRead(configuration, limit.keyword);
  let count = 0;
  for (const { at, line } of limit.firstLineOnly ? lines.slice(0, 1) : lines) {
    const values = limit.words ? line.words : [line.keyword];
    const over = values[limit.most - count];
    count += values.length;
    if (over === undefined) continue;
    yield { limit, at, range: over };
    return;
  }
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
    return wanted !== undefined && address !== undefined && !isOfFamily(address, wanted);
  });
  return wrong && { message: 'AddressFamily rules this ListenAddress out.', by: wrong.at };
}

const COMMANDS = ['AuthorizedKeysCommand', 'AuthorizedPrincipalsCommand'] as const;

/** The commands, and who they run as. */
export const COMMAND_KEYWORDS: readonly Keyword[] = COMMANDS.flatMap((command) => [command, `${command}User` as const]);

function commandWithoutUser(configuration: Configuration): StartRefusal | undefined {
  const [first] = commandsWithoutUser(configuration);
  return first && { message: `${first.command} needs ${first.command}User.`, by: first.at };
}

/** The commands in force when the files are read that lack the user to run them as. */
export const commandsWithoutUser = keptBy((configuration: Configuration) => [
  ...findCommandsWithoutUser(configuration),
]);

function* findCommandsWithoutUser(
  configuration: Configuration,
): Generator<{ readonly command: (typeof COMMANDS)[number]; readonly at: DirectiveInFile }, void, undefined> {
  for (const command of COMMANDS) {
    const set = settleWhenRead(configuration, command);
    const [at] = set?.by ?? [];
    if (at === undefined || set?.values[0]?.toLowerCase() === 'none') continue;
    if (settleWhenRead(configuration, `${command}User`)?.isDefault) yield { command, at };
  }
}

function disabledMethods(configuration: Configuration): StartRefusal | undefined {
  const impossible = impossibleMethods(configuration);
  return (
    impossible && {
      message: 'Every list of AuthenticationMethods needs a method that is switched off.',
      by: impossible.at,
    }
  );
}

/** AuthenticationMethods as they stand when the files are read, where each list needs a method that is off. */
export const impossibleMethods = keptBy(findImpossibleMethods);

function findImpossibleMethods(configuration: Configuration):
  | {
      readonly at: DirectiveInFile;
      readonly lists: readonly { readonly list: string; readonly off: readonly string[] }[];
    }
  | undefined {
  const { values = [], by: [at] = [] } = settleWhenRead(configuration, 'AuthenticationMethods') ?? {};
  if (at === undefined) return undefined;
  // No method has a blank in its name.
  const lists = values
    .flatMap((value) => value.split(' '))
    .map((list) => ({
      list,
      off: list === 'any' ? [] : methodsOf(list).filter((method) => !isMethodOn(method, configuration)),
    }));
  return lists.some(({ off }) => off.length === 0) ? undefined : { at, lists };
}
