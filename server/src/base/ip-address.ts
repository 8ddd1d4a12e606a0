// IPv4 and IPv6 addresses and networks in text, as getaddrinfo(AI_NUMERICHOST) and addr.c of OpenSSH read them.

/** An address as its bits: 32 or 128 of them. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** A numeric address: dotted quad, the shorter and hexadecimal forms of inet_aton(), IPv6 with or without a zone; undefined for anything else. */
export function ipAddress(text: string): IpAddress | undefined {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

/** Whether a socket of the family can have the address: getaddrinfo() makes an IPv4 address of a mapped one where IPv4 is asked for. */
export function isOfFamily({ family, bits }: IpAddress, wanted: number): boolean {
  return family === wanted || (wanted === 4 && bits >> 32n === 0xffffn);
}

// inet_aton(): one to four parts, decimal, octal (0..) or hexadecimal (0x..); the last part fills the remaining bytes.
function ipv4(text: string): IpAddress | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  let bits = 0n;
  for (const [index, part] of parts.entries()) {
    const value = cNumber(part);
    const last = index === parts.length - 1;
    const width = last ? 8 * (5 - parts.length) : 8;
    if (value === undefined || value >= 1n << BigInt(width)) return undefined;
    bits = (bits << BigInt(width)) | value;
  }
  return { family: 4, bits };
}

function cNumber(text: string): bigint | undefined {
  if (/^0x[0-9a-f]+$/i.test(text)) return BigInt(text);
  if (/^0[0-7]*$/.test(text)) return text === '0' ? 0n : BigInt(`0o${text.slice(1)}`);
  return /^[1-9]\d*$/.test(text) ? BigInt(text) : undefined;
}

function ipv6(text: string): IpAddress | undefined {
  const zone = text.indexOf('%');
  if (zone >= 0 && zone === text.length - 1) return undefined;
  const halves = (zone < 0 ? text : text.slice(0, zone)).split('::');
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? groups(halves[1] ?? '', true) : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return { family: 6, bits: all.reduce((bits, group) => (bits << 16n) | BigInt(group), 0n) };
}

function groups(text: string, mayEndInQuad: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const out: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (mayEndInQuad && index === parts.length - 1 && /^\d+\.\d+\.\d+\.\d+$/.test(part)) {
      const quad = ipv4(part);
      if (quad === undefined) return undefined;
      out.push(Number(quad.bits >> 16n), Number(quad.bits & 0xffffn));
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) out.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return out;
}

/** What addr_pton_cidr() of addr.c makes of a text: a network, no network at all, or one that is refused (mask too long, host bits set). */
export type Network =
  | { readonly kind: 'network'; readonly address: IpAddress; readonly length: number }
  | { readonly kind: 'other' }
  | { readonly kind: 'mask-too-long'; readonly most: number }
  | { readonly kind: 'host-bits'; readonly network: string };

/** How a release reads the mask. */
export interface MaskReading {
  /** Blanks in front and a `+` are taken. */
  readonly signs?: boolean;
  /** A mask of more than 128 bits is one that is too long; else the text is no network at all. */
  readonly anyLength?: boolean;
}

/** addr_pton_cidr() of addr.c. */
export function network(text: string, { signs = false, anyLength = false }: MaskReading = {}): Network {
  const slash = text.indexOf('/');
  const mask = slash < 0 ? undefined : text.slice(slash + 1);
  const digits = signs ? /^[ \t\n\v\f\r]*\+?\d+$/ : /^\d+$/;
  if (text.length >= 64 || (mask !== undefined && (!digits.test(mask) || (Number(mask) > 128 && !anyLength))))
    return { kind: 'other' };
  const address = ipAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return { kind: 'other' };
  const most = address.family === 4 ? 32 : 128;
  const length = mask === undefined ? most : Number(mask);
  if (length > most) return { kind: 'mask-too-long', most };
  const hostBits = (1n << BigInt(most - length)) - 1n;
  if ((address.bits & hostBits) !== 0n)
    return { kind: 'host-bits', network: `${addressText({ ...address, bits: address.bits & ~hostBits })}/${length}` };
  return { kind: 'network', address, length };
}

/** inet_ntop(): how an address is written. The longest row of zero groups is left out; the low bits of a mapped or compatible IPv4 address are a quad. */
export function addressText({ family, bits }: IpAddress): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.');
  const all = Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(112 - 16 * i)) & 0xffffn));
  const run = longestZeroRun(all);
  const isQuad = run.start === 0 && (run.length === 6 || (run.length === 5 && all[5] === 0xffff));
  const tail = isQuad
    ? [...hex(all.slice(run.length, 6)), addressText({ family: 4, bits: bits & 0xffffffffn })]
    : hex(all.slice(run.start + run.length));
  if (run.length < 2) return hex(all).join(':');
  return `${hex(all.slice(0, run.start)).join(':')}::${tail.join(':')}`;
}

function hex(groups: readonly number[]): readonly string[] {
  return groups.map((group) => group.toString(16));
}

function longestZeroRun(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
