// AuthenticationMethods: lists of methods that must all succeed; one list of several is enough (auth2_methods_valid() of auth2.c).
import { nearest } from '../../base/edit-distance';
import { hasGssKex } from '../algorithms';
import type { Target } from '../targets';
import { isSince } from '../versions';
import type { ArgumentInput, ArgumentKind, Checked, RefusalCase } from './argument-kind';
import { bad, fine, missing, modern, oneLine, since, untilEmpty } from './checked';

// As built with GSSAPI.
const METHODS = ['none', 'publickey', 'gssapi-with-mic', 'password', 'keyboard-interactive', 'hostbased'];

/** The methods the target's sshd knows; the key exchange patch of some vendors brings one more. */
export function authenticationMethodsAt(target: Target): readonly string[] {
  return hasGssKex(target) ? [...METHODS, 'gssapi-keyex'] : METHODS;
}

export const authenticationMethods: ArgumentKind = {
  name: 'authentication-methods',
  syntax: 'METHOD[,METHOD ...] ... | any',
  shape: 'words',
  choices: (target) => [
    ...(isSince(target.release, '7.3p1') ? [{ label: 'any' }] : []),
    ...authenticationMethodsAt(target)
      .slice(1)
      .map((label) => ({ label })),
  ],
  printed: oneLine,
  check(input) {
    // Before 7.3 a block that is not active is not looked into.
    if (!input.active && !since(input, '7.3p1')) return fine(Number.POSITIVE_INFINITY);
    const words = modern(input) ? input.words : untilEmpty(input.words);
    const problem = listsProblem(input, words);
    if (problem !== undefined) return problem;
    // A quote that never closes ends the list: nothing is set, and before 7.3 nobody minds.
    if (words.length === 0 && since(input, '7.3p1')) return missing(input, 'at least one method', input.words[0]);
    // Up to 8.6 nobody looks at what stands behind an empty word.
    return fine(modern(input) ? words.length : Number.POSITIVE_INFINITY);
  },
};

function listsProblem(
  input: ArgumentInput,
  words: readonly { value: string; start: number; end: number }[],
): Checked | undefined {
  let any = false;
  for (const [index, word] of words.entries()) {
    const isAny = word.value === 'any' && since(input, '7.3p1');
    if (isAny ? index > 0 && countsAny(input) : any)
      return bad(word, '`any` must be the only argument of AuthenticationMethods; sshd refuses it beside others.', [], {
        case: 'alone',
      });
    any ||= isAny;
    const problem = isAny ? undefined : methodProblem(word.value, authenticationMethodsAt(input.target));
    if (problem !== undefined) return bad(word, problem.message, problem.instead, problem.sshd);
  }
  return undefined;
}

// Up to 9.6 `any` looks at what is in force already, and an inactive block puts nothing in force.
function countsAny(input: ArgumentInput): boolean {
  return input.active || since(input, '9.7p1');
}

interface MethodProblem {
  readonly message: string;
  readonly instead?: readonly string[];
  readonly sshd: RefusalCase;
}

function methodProblem(list: string, known: readonly string[]): MethodProblem | undefined {
  if (list === '')
    return { message: 'An empty list of methods is refused by sshd. Remove it.', sshd: { case: 'empty-list' } };
  for (const element of list.split(',')) {
    const method = element.split(':')[0] ?? '';
    if (known.includes(method)) continue;
    if (element === '')
      return {
        message: `\`${list}\` has nothing before or behind a comma; sshd refuses it. Join methods by commas without blanks: \`publickey,password\`.`,
        sshd: { element: method },
      };
    const near = nearest(method, known).map((name) => list.replace(method, name));
    return {
      message: `sshd knows no authentication method \`${method}\` and refuses the line. It knows ${known
        .slice(1)
        .map((name) => `\`${name}\``)
        .join(', ')}.`,
      instead: near,
      sshd: { element: method },
    };
  }
  return undefined;
}
