// Arguments of directives of the past: Protocol up to 7.3, what deprecated and ignored keywords carry, PermitUserEnvironment.
import { isSince } from '../versions';
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing, since } from './checked';
import { yesNo } from './yes-no';

/** Whatever stands there is not looked at. */
export const unread: ArgumentKind = {
  name: 'unread',
  syntax: '(not read)',
  shape: 'rest-of-line',
  check: () => fine(Number.POSITIVE_INFINITY),
};

/** Protocol: 1, 2 or both, up to 7.3; nothing is read since. */
export const protocol: ArgumentKind = {
  name: 'protocol',
  syntax: '2',
  shape: 'word',
  choices: () => [{ label: '2' }],
  printed({ words }) {
    const versions = (words[0]?.value ?? '').split(',').map((text) => Number.parseInt(text, 10));
    return [[2, 1].filter((version) => versions.includes(version)).join(',')];
  },
  check(input) {
    if (since(input, '7.4p1')) return fine(Number.POSITIVE_INFINITY);
    const word = firstWord(input);
    if (word === undefined) return missing(input, '`2`', input.words[0]);
    const list = word.value.includes(',');
    const versions = word.value.split(',').map((text) => Number.parseInt(text, 10));
    return versions.some((version) => version === 1 || version === 2)
      ? fine(1)
      : bad(
          word,
          `\`${word.value}\` is no protocol version; sshd refuses it. Write \`2\`.`,
          ['2'],
          list ? { case: 'list' } : {},
        );
  },
};

/** PermitUserEnvironment: yes or no in lower case; since 7.8 anything else is a pattern list of names and switches it on for them. */
export const userEnvironment: ArgumentKind = {
  name: 'user-environment',
  syntax: 'yes | no | PATTERN[,PATTERN ...]',
  shape: 'word',
  choices: () => [{ label: 'no' }, { label: 'yes' }],
  check(input) {
    if (!since(input, '7.8p1')) return yesNo.check(input);
    return firstWord(input) === undefined ? missing(input, '`yes`, `no` or a pattern list', input.words[0]) : fine(1);
  },
  printed: ({ words: [word], target }) =>
    isSince(target.release, '7.8p1') ? [word?.value ?? ''] : [word?.value.toLowerCase() ?? ''],
  describe: (value, target) =>
    /^(yes|no)$/.test(value) || !isSince(target.release, '7.8p1')
      ? undefined
      : 'a pattern of environment names that users may set',
};
