// Addresses as getnameinfo(NI_NUMERICHOST) writes them. Reading them is ip-address.ts.
import type { IpAddress } from './ip-address';

/** `192.0.2.1`, `2001:db8::1`: inet_ntop(). */
export function addressText({ family, bits }: IpAddress): string {
  return family === 4 ? quad(bits) : ipv6Text(bits);
}

function quad(bits: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join('.');
}

function ipv6Text(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(112 - 16 * i)) & 0xffffn));
  const run = longestZeroRun(groups);
  // Mapped and compatible addresses end in a quad.
  const mapped = run.start === 0 && (run.length === 6 || (run.length === 5 && groups[5] === 0xffff));
  const words = groups.map((group) => group.toString(16));
  const tail = mapped ? [...words.slice(run.length, 6), quad(bits & 0xffffffffn)] : words.slice(run.start + run.length);
  return run.length < 2 ? words.join(':') : `${words.slice(0, run.start).join(':')}::${tail.join(':')}`;
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
