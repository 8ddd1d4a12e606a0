// StreamLocalBindMask: octal digits; what follows them is not looked at (strtol() in base 8).
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing } from './checked';

export const octalMask: ArgumentKind = {
  name: 'octal-mask',
  syntax: 'OCTAL',
  shape: 'word',
  choices: () => [{ label: '0177' }, { label: '0117' }],
  describe(value) {
    const mask = maskOf(value);
    return mask < 0 || mask > 0o777 ? undefined : `sockets of mode 0${(0o666 & ~mask).toString(8)}`;
  },
  printed: ({ words }) => [`0${maskOf(words[0]?.value ?? '').toString(8)}`],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'an octal mask', input.words[0]);
    const value = maskOf(word.value);
    if (value >= 0 && value <= 0o777) return fine(1);
    return bad(
      word,
      `\`${word.value}\` is no octal mask from 0 to 0777; sshd refuses it. Write, for example, \`0177\`.`,
    );
  },
};

// The long is stored in an int before it is compared.
function maskOf(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?)([0-7]+)/.exec(text);
  return digits === null ? -1 : Number(BigInt.asIntN(32, BigInt(`0o${digits[2]}`) * (digits[1] === '-' ? -1n : 1n)));
}
