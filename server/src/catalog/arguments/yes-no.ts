// yes or no (parse_flag() of servconf.c): any case since 7.7, lower case only before.
import { ownValue } from '../../base/own-value';
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing, since } from './checked';

const LIKELY: Readonly<Record<string, string>> = {
  true: 'yes',
  on: 'yes',
  '1': 'yes',
  enable: 'yes',
  enabled: 'yes',
  false: 'no',
  off: 'no',
  '0': 'no',
  none: 'no',
  disable: 'no',
  disabled: 'no',
};

export const yesNo: ArgumentKind = {
  name: 'yes-no',
  syntax: 'yes | no',
  shape: 'word',
  choices: () => [{ label: 'yes' }, { label: 'no' }],
  printed: ({ words }) => [words[0]?.value.toLowerCase() ?? ''],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, '`yes` or `no`', input.words[0]);
    const lower = word.value.toLowerCase();
    if (lower === 'yes' || lower === 'no') {
      if (word.value === lower || since(input, '7.7p1')) return fine(1);
      return bad(word, `Before OpenSSH 7.7 sshd knows only \`${lower}\` in lower case and refuses \`${word.value}\`.`, [
        lower,
      ]);
    }
    const likely = ownValue(LIKELY, lower);
    return bad(
      word,
      `${input.keyword} is either \`yes\` or \`no\`; sshd refuses \`${word.value}\`.`,
      likely === undefined ? ['yes', 'no'] : [likely],
    );
  },
};

/** The same; up to 6.8 printed as a number. */
export const yesNoOnceNumber: ArgumentKind = {
  ...yesNo,
  printed(input) {
    const word = input.words[0]?.value.toLowerCase() ?? '';
    return [since(input, '6.9p1') ? word : word === 'yes' ? '1' : '0'];
  },
};
