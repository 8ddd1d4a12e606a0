// Ports: 1 to 65535, and service names since 7.9 (a2port() of misc.c).

import { nearest } from '../../base/edit-distance';
import { ownValue } from '../../base/own-value';
import { TCP_SERVICES } from '../tcp-services';
import { isSince, type Release } from '../versions';
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing, since } from './checked';
import { integerProblem } from './integer';

/** The port a2port() of the release makes of a text: 0 for 0, undefined where it fails. */
export function portNumber(text: string, release: Release): number | undefined {
  if (integerProblem(text, 65535) === undefined) return Number(text.trim());
  return isSince(release, '7.9p1') ? ownValue(TCP_SERVICES, text) : undefined;
}

export const port: ArgumentKind = {
  name: 'port',
  syntax: 'PORT',
  shape: 'word',
  choices: () => [{ label: '22' }, { label: '2222' }],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, 'a port number', input.words[0]);
    if (portNumber(word.value, input.target.release)) return fine(1);
    const names = since(input, '7.9p1') ? nearest(word.value, Object.keys(TCP_SERVICES)) : [];
    return bad(
      word,
      `\`${word.value}\` is no port; sshd refuses it. A port is a number from 1 to 65535${since(input, '7.9p1') ? ' or a service name such as `ssh`' : ''}.`,
      names,
    );
  },
  printed: ({ words, target }) => [String(portNumber(words[0]?.value ?? '', target.release) ?? 0)],
  describe: (value, target) =>
    isSince(target.release, '7.9p1') && Object.hasOwn(TCP_SERVICES, value) ? `port ${TCP_SERVICES[value]}` : undefined,
};
