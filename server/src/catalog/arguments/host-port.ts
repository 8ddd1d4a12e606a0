// HOST:PORT texts, split as hpdelim2() of misc.c does, and the kinds made of them: ListenAddress, PermitOpen, PermitListen.
import { ipAddress } from '../../base/ip-address';
import type { Word } from '../../syntax/tree';
import type { ArgumentInput, ArgumentKind, Checked } from './argument-kind';
import { bad, emptyWordBehind, fine, firstWord, given, missing, problemAt, since } from './checked';
import { portNumber } from './port';

interface HostPort {
  readonly host: string;
  /** Absent: nothing behind the host. */
  readonly rest?: string;
  readonly delimiter?: ':' | '/';
}

/** hpdelim2(): undefined where a bracket stays open or is followed by something else than `:` or `/`. */
export function hostAndPort(text: string): HostPort | undefined {
  let stop: number;
  if (text.startsWith('[')) {
    const close = text.indexOf(']');
    if (close < 0) return undefined;
    stop = close + 1;
  } else stop = text.search(/[:/]/);
  if (stop < 0 || stop === text.length) return { host: bare(text) };
  const delimiter = text[stop];
  if (delimiter !== ':' && delimiter !== '/') return undefined;
  return { host: bare(text.slice(0, stop)), rest: text.slice(stop + 1), delimiter };
}

function bare(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** ListenAddress: an address or host name, with a port, with a routing domain. Linux has no routing domains in sshd. */
export const listenAddress: ArgumentKind = {
  name: 'listen-address',
  syntax: 'ADDRESS | ADDRESS:PORT | [IPV6]:PORT',
  shape: 'word',
  choices: () => [
    { label: '0.0.0.0', detail: 'every IPv4 address of this machine' },
    { label: '::', detail: 'every IPv6 address of this machine' },
    { label: '127.0.0.1', detail: 'this machine only' },
    { label: '[::]:22', detail: 'every IPv6 address, with a port' },
  ],
  describe: listenInWords,
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'an address', input.words[0]);
    return (
      listenWordProblem(input, word) ??
      routingDomain(input, word) ??
      unresolved(word) ??
      fine(since(input, '7.7p1') ? 3 : 1)
    );
  },
};

const ANY_ADDRESS: Readonly<Record<string, string>> = {
  '0.0.0.0': 'every IPv4 address of this machine',
  '::': 'every IPv6 address of this machine',
};

function listenInWords(value: string): string | undefined {
  const port = isBareIpv6(value) ? undefined : hostAndPort(value)?.rest;
  const where = ANY_ADDRESS[listenHost(value)];
  if (port === undefined || port === '') return where;
  return `${where ?? 'this address'}, port ${port}`;
}

/** The host part of a ListenAddress argument, as sshd looks it up. */
export function listenHost(text: string): string {
  return isBareIpv6(text) ? text : (hostAndPort(text)?.host ?? text);
}

function isBareIpv6(text: string): boolean {
  return !text.includes('[') && text.indexOf(':') !== text.lastIndexOf(':');
}

function listenWordProblem(input: ArgumentInput, word: Word): Checked | undefined {
  if (isBareIpv6(word.value)) return undefined;
  const parts = hostAndPort(word.value);
  if (parts === undefined || (parts.delimiter === '/' && since(input, '8.0p1'))) {
    return bad(
      word,
      `\`${word.value}\` is no ADDRESS or ADDRESS:PORT; sshd refuses it. An IPv6 address with a port stands in brackets: \`[::1]:22\`.`,
    );
  }
  if (parts.rest !== undefined && !portNumber(parts.rest, input.target.release))
    return bad(
      word,
      `\`${parts.rest}\` is no port; sshd refuses it. Write a number from 1 to 65535 behind the \`:\`.`,
      [],
      {
        case: 'port',
      },
    );
  return undefined;
}

// What no resolver can make an address of: sshd looks the name up when it starts and stops where that fails.
function unresolved(word: Word): Checked | undefined {
  const host = listenHost(word.value);
  if (host === '*' || isUsableAddress(host) || isHostName(host)) return undefined;
  const message = `\`${host}\` is neither an address nor a host name that can be looked up; sshd refuses to start.`;
  const problem = problemAt('bad-argument', word, message, [], { case: 'unresolved' });
  return { problems: [{ ...problem, afterReading: true }], consumed: 1 };
}

// On Linux a routing domain is the name of a network interface. No name is none, and the loopback interface is always there.
const ROUTING_DOMAINS = ['', 'lo'];

// getaddrinfo() takes the name of an interface behind `%` with link-local addresses only; which interfaces there are, we do not know.
function isUsableAddress(host: string): boolean {
  const [address = '', zone] = host.split('%');
  if (ipAddress(host) === undefined) return false;
  return zone === undefined || /^\d+$/.test(zone) || /^(fe[89ab][0-9a-f]|ff[0-9a-f]2):/i.test(address);
}

// No top-level domain is a number, so a broken IPv4 address is never found.
function isHostName(host: string): boolean {
  const labels = (host.endsWith('.') ? host.slice(0, -1) : host).split('.');
  const isLabel = (label: string) => /^[\p{L}\p{N}_]([\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(label);
  return labels.every(isLabel) && !/^(\d+|0x[0-9a-f]*)$/i.test(labels.at(-1) ?? '');
}

function routingDomain(input: ArgumentInput, word: Word): Checked | undefined {
  if (!since(input, '7.7p1')) return undefined;
  if (input.words.length === 1 && emptyWordBehind(input))
    return bad(
      word,
      `Up to OpenSSH 8.6 sshd reads an empty word behind an address in quotes and refuses it. Write \`${word.value}\` without quotes.`,
      [word.value],
      { case: 'syntax' },
    );
  const [, second, third] = input.words;
  if (second === undefined) return undefined;
  const none = third === undefined && !emptyWordBehind(input);
  if (second.value !== 'rdomain' || none)
    return bad(
      second,
      `Behind \`${word.value}\` sshd reads nothing but \`rdomain NAME\`; it refuses \`${second.value}\`. A port is joined on: \`${word.value}:22\`.`,
      [],
      { case: 'syntax' },
    );
  if (third === undefined || ROUTING_DOMAINS.includes(third.value)) return undefined;
  return bad(
    third,
    `sshd takes a routing domain only where a network interface is called \`${third.value}\`, as for a VRF of Linux; it refuses any other name. Remove \`rdomain\` and the name.`,
    [],
    { case: 'rdomain' },
  );
}

/** PermitOpen and PermitListen: `any`, `none`, or one or more HOST:PORT. */
export function hostPorts(options: { readonly barePort: boolean }): ArgumentKind {
  return {
    name: 'host-ports',
    syntax: options.barePort ? '[HOST:]PORT ... | any | none' : 'HOST:PORT ... | any | none',
    shape: 'words',
    choices: () => [{ label: 'any' }, { label: 'none' }],
    describe: destinationInWords,
    printed: (input) => [printedHostPorts(input, options.barePort)],
    check: (input) => checkHostPorts(input, options.barePort),
  };
}

function printedHostPorts(input: ArgumentInput, barePort: boolean): string {
  const end = input.words.findIndex(({ value }) => value === '');
  const words = (end < 0 ? input.words : input.words.slice(0, end)).map(({ value }) => value);
  const [first = ''] = words;
  if ((first === 'any' || first === 'none') && !since(input, '9.7p1')) return first;
  return words.map((word) => printedHostPort(word, input, barePort)).join(' ');
}

function printedHostPort(word: string, input: ArgumentInput, barePort: boolean): string {
  if (barePort && !word.includes(':') && word !== 'any' && word !== 'none') return `*:${word}`;
  if (since(input, '7.7p1')) return word;
  // Up to 7.6 the forwarding code keeps host and number; 0 is any port.
  const { host = '', rest = '' } = hostAndPort(word) ?? {};
  return `${host}:${rest === '*' ? 0 : portNumber(rest, input.target.release)}`;
}

function checkHostPorts(input: ArgumentInput, barePort: boolean): Checked {
  const first = firstWord(input);
  if (first === undefined) return missing(input, 'HOST:PORT, `any` or `none`', input.words[0]);
  const lone = first.value === 'any' || first.value === 'none';
  if (lone && !since(input, '9.7p1')) return fine(1);
  let consumed = 0;
  for (const word of input.words) {
    if (given(word) === undefined && !since(input, '9.7p1')) break;
    const problem = consumed === 0 && lone ? undefined : hostPortProblem(input, word, barePort);
    if (problem !== undefined) return problem;
    consumed++;
  }
  // The empty word that ends sshd's loop is taken too.
  return fine(consumed + 1);
}

function hostPortProblem(input: ArgumentInput, word: Word, barePort: boolean): Checked | undefined {
  const { value } = word;
  if (barePort && !value.includes(':')) return permitPort(value, input) ? undefined : badPort(word, value, barePort);
  const parts = hostAndPort(value);
  if (parts === undefined || (parts.delimiter === '/' && since(input, '8.0p1'))) {
    return bad(
      word,
      `\`${value}\` has no host; sshd refuses it. Write HOST:PORT; an IPv6 address stands in brackets.`,
      [],
      { case: 'host' },
    );
  }
  return parts.rest !== undefined && permitPort(parts.rest, input) ? undefined : badPort(word, value, barePort);
}

function permitPort(text: string, input: ArgumentInput): boolean {
  return text === '*' || Boolean(portNumber(text, input.target.release));
}

function badPort(word: Word, value: string, barePort: boolean): Checked {
  const lower = value.toLowerCase();
  const cased = (lower === 'any' || lower === 'none') && value !== lower ? [lower] : [];
  if (value === 'any' || value === 'none')
    return bad(
      word,
      `\`${value}\` must be the only argument; sshd refuses it behind others. Remove it, or remove the others.`,
      [],
      { case: value === 'none' ? 'alone' : 'any' },
    );
  const brackets = isBareIpv6(value) ? ' An IPv6 address stands in brackets: `[::1]:22`.' : '';
  return bad(
    word,
    `\`${value}\` has no port that sshd takes; it refuses the line. Write ${barePort ? 'PORT or ' : ''}HOST:PORT with a port from 1 to 65535 or \`*\`.${brackets}`,
    cased,
  );
}

function destinationInWords(value: string): string | undefined {
  const { host, rest: port } = hostAndPort(value) ?? {};
  if (host === undefined || port === undefined || port === '') return undefined;
  const where = host === '*' ? 'any host' : host;
  return port === '*' ? `every port of ${where}` : `port ${port} of ${where}`;
}
