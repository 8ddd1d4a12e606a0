// What an element of an address list stands for, in words: `the 256 addresses of this network`. Judges nothing.
import { grouped } from '../base/grouped';

/** The addresses that an address, a network or a pattern fits; a phrase. */
export function addressInWords(pattern: string): string {
  const length = /^\d+\.\d+\.\d+\.\d+\/(\d{1,2})$/.exec(pattern)?.[1];
  if (length !== undefined && Number(length) <= 32) {
    const count = 2 ** (32 - Number(length));
    return count === 1 ? 'one address' : `the ${grouped(count)} addresses of this network`;
  }
  if (pattern.includes('/')) return 'the addresses of this network';
  if (/[*?]/.test(pattern)) return 'addresses whose text fits the pattern: `*` is any text, `?` one character';
  return 'exactly this address';
}
