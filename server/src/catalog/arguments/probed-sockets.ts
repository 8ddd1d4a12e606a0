// TCPKeepAlive: yes or no; since 10.6 also which sockets the kernel probes (multistate_tcpkeepalive of servconf.c).
import { isSince, type Release } from '../versions';
import type { ArgumentKind } from './argument-kind';
import { since } from './checked';
import { type FixedWord, oneOf } from './one-of';
import { yesNo } from './yes-no';

// Since 10.6; before, sshd knows the first two alone, and prints them as they are.
const WORDS: readonly FixedWord[] = [
  { word: 'yes', printed: [['10.6p1', 'true']] },
  { word: 'no', printed: [['10.6p1', 'false']] },
  { word: 'transport', since: '10.6p1', printed: [['10.6p1', 'true']] },
  { word: 'all', since: '10.6p1' },
  { word: 'true', unnamed: true },
  { word: 'false', unnamed: true },
];

const sockets = oneOf(WORDS);

/** Whether the connection to the client is probed; undefined where sshd refuses the word. */
export function isProbed(text: string, release: Release): boolean | undefined {
  const word = isSince(release, '7.7p1') ? text.toLowerCase() : text;
  if (word === 'yes' || word === 'no') return word === 'yes';
  return isSince(release, '10.6p1') && WORDS.some((one) => one.word === word) ? word !== 'false' : undefined;
}

export const probedSockets: ArgumentKind = {
  ...yesNo,
  syntax: 'yes | no | all',
  syntaxAt: ({ release }) => (isSince(release, '10.6p1') ? 'yes | no | all' : yesNo.syntax),
  choices: (target) =>
    isSince(target.release, '10.6p1') ? (sockets.choices?.(target) ?? []) : (yesNo.choices?.(target) ?? []),
  check: (input) => (since(input, '10.6p1') ? sockets : yesNo).check(input),
  printed: (input) => (since(input, '10.6p1') ? sockets : yesNo).printed?.(input),
};
