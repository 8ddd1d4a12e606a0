// Comma lists of addresses, networks and patterns as addr_match_list(NULL, list) of addrmatch.c judges them.
import { network } from '../../base/ip-address';
import type { TextRange } from '../../base/text-range';
import type { Word } from '../../syntax/tree';
import { addressInWords } from '../address-words';
import { TYPICAL_NETWORKS } from '../typical-networks';
import { isSince, type Release } from '../versions';
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing } from './checked';

/** Why sshd refuses an address list. */
export interface AddressListProblem {
  readonly message: string;
  readonly instead?: string;
}

/** The first element that makes addr_match_list() fail: an empty one, a mask that is too long, a network with host bits set. */
export function addressListProblem(list: string, release: Release): AddressListProblem | undefined {
  for (const element of list.split(',')) {
    const text = element.startsWith('!') ? element.slice(1) : element;
    if (text === '') return { message: 'An element of the address list is empty; sshd refuses the list.' };
    const found = network(text, { signs: !isSince(release, '9.1p1'), anyLength: isSince(release, '10.0p1') });
    if (found.kind === 'mask-too-long')
      return {
        message: `The mask of \`${text}\` is longer than ${found.most} bits; sshd refuses it. Write \`/${found.most}\` or less.`,
      };
    if (found.kind === 'host-bits') {
      return {
        message: `\`${text}\` has bits set behind its mask; sshd refuses it. Write the network, \`${found.network}\`.`,
        instead: list.replace(text, found.network),
      };
    }
  }
  return undefined;
}

/** Where in the word the value stands: inside plain quotes, else the whole word. */
export function valueRange(word: Word): TextRange {
  return word.quoted && word.value.length === word.end - word.start - 2
    ? { start: word.start + 1, end: word.end - 1 }
    : word;
}

export const addressList: ArgumentKind = {
  name: 'address-list',
  syntax: 'ADDRESS[/BITS][,...] | none',
  shape: 'comma-list',
  choices: () => [{ label: 'none' }, ...TYPICAL_NETWORKS],
  describe: (value) => (value === 'none' || value === '' ? undefined : addressInWords(value.replace(/^!/, ''))),
  printed: ({ words: [word] }) => [word?.value.toLowerCase() === 'none' ? 'none' : (word?.value ?? '')],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'a list of addresses, or `none`', input.words[0]);
    const problem = addressListProblem(word.value, input.target.release);
    return problem === undefined
      ? fine(1)
      : bad(valueRange(word), problem.message, problem.instead === undefined ? [] : [problem.instead]);
  },
};
