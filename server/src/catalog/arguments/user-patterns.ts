// Lists of users, groups and environment names: AllowUsers, DenyUsers, AllowGroups, DenyGroups, AcceptEnv, SetEnv.
import { strdelim } from '../../syntax/scanner';
import type { Word } from '../../syntax/tree';
import { addressInWords } from '../address-words';
import { TYPICAL_NETWORKS } from '../typical-networks';
import { addressListProblem } from './address-list';
import type { ArgumentInput, ArgumentKind, Checked, Choice, Written } from './argument-kind';
import { bad, fine, missing, modern, refused, since, untilEmpty } from './checked';
import { rawRest } from './rest-of-line';

type WordCheck = (word: Word, input: ArgumentInput) => Checked | undefined;

/** A list that repeats the same check for each word. Since 9.8 it may not be empty. */
function wordList(
  name: string,
  syntax: string,
  wanted: string,
  checkWord: WordCheck,
  behind = (_input: ArgumentInput, words: readonly Word[]): Checked => fine(words.length + 1),
): ArgumentKind {
  return {
    name,
    syntax,
    shape: 'words',
    printed: entries,
    check(input) {
      const words = modern(input) ? input.words : untilEmpty(input.words);
      for (const word of words) {
        const problem = checkWord(word, input);
        if (problem !== undefined) return problem;
      }
      if (words.length === 0 && since(input, '9.7p1')) return missing(input, wanted);
      return behind(input, words);
    },
  };
}

// Up to 8.6 an empty word ends SetEnv, and one word behind it is looked at, split at `=` this time.
function behindAssignments(input: ArgumentInput, words: readonly Word[]): Checked {
  if (modern(input)) return fine(words.length + 1);
  const empty = input.words[words.length];
  const rest =
    empty === undefined
      ? ''
      : rawRest(input)
          .slice(empty.end - input.line.rest.start)
          .trimStart();
  const word = rest === '' ? undefined : strdelim(rest, 0).word;
  if (empty === undefined || word === undefined || word.value === '') return fine(Number.POSITIVE_INFINITY);
  return refused({
    rule: 'extra-argument',
    range: { start: input.line.rest.end - rest.length, end: input.line.rest.end },
    message:
      'For sshd the empty word ends the list; it refuses what follows. Remove the quotes or write a value in them.',
  });
}

function entries(input: ArgumentInput): readonly string[] | undefined {
  const words = modern(input) ? input.words : untilEmpty(input.words);
  return words.length === 0 ? undefined : words.map(({ value }) => value);
}

// Behind the `@` stands where the user comes from.
function hostChoices({ typed }: Written = { before: [], typed: '' }): readonly Choice[] {
  const at = typed.lastIndexOf('@') + 1;
  return at === 0 ? [] : TYPICAL_NETWORKS.map((one) => ({ ...one, label: typed.slice(0, at) + one.label }));
}

const userWords = wordList('user-patterns', 'USER[@HOST] ...', 'at least one user', (word, input) => {
  if (word.value === '') return bad(word, `An empty pattern is refused by sshd. Remove it, or write a user name.`);
  // match_user() of match.c splits at the last `@` since 9.9, at the first before.
  const at = since(input, '9.9p1') ? word.value.lastIndexOf('@') : word.value.indexOf('@');
  if (at < 0 || !since(input, '7.4p1')) return undefined;
  if (at === word.value.length - 1)
    return bad(word, `Nothing stands behind the \`@\` of \`${word.value}\`; sshd refuses it. Write USER or USER@HOST.`);
  const problem = addressListProblem(word.value.slice(at + 1), input.target.release);
  if (problem === undefined) return undefined;
  return bad(
    word,
    problem.message,
    problem.instead === undefined ? [] : [word.value.slice(0, at + 1) + problem.instead],
  );
});

/** AllowUsers, DenyUsers: USER or USER@HOST, HOST an address list or host pattern. */
export const userPatterns: ArgumentKind = {
  ...userWords,
  choices: (_target, written) => hostChoices(written),
  describe: userInWords,
};

// `al*@10.0.0.0/8`: who, and from where.
function userInWords(value: string): string | undefined {
  const plain = value.replace(/^!/, '');
  const at = plain.lastIndexOf('@');
  const name = at < 0 ? plain : plain.slice(0, at);
  if (name === '') return undefined;
  const isPattern = /[*?]/.test(name);
  const who = name === '*' ? 'every user' : isPattern ? `users whose names fit \`${name}\`` : `the user \`${name}\``;
  return `${value === plain ? '' : 'not '}${who}${at < 0 ? '' : hostInWords(plain.slice(at + 1))}`;
}

function hostInWords(host: string): string {
  if (host === '*') return '';
  if (host.includes('/')) return `, from ${addressInWords(host)}`;
  return /[*?,]/.test(host) ? `, from hosts and addresses that fit \`${host}\`` : `, from \`${host}\``;
}

/** AllowGroups, DenyGroups. */
export const groupPatterns = wordList('group-patterns', 'GROUP ...', 'at least one group', (word) =>
  word.value === '' ? bad(word, 'An empty pattern is refused by sshd. Remove it, or write a group name.') : undefined,
);

/** AcceptEnv: names with wildcards. */
export const environmentNames: ArgumentKind = { ...environmentWords(), choices: () => TYPICAL_ENVIRONMENT };

const TYPICAL_ENVIRONMENT = [
  { label: 'LANG', detail: 'the language of the session' },
  { label: 'LC_*', detail: 'the parts of the language: dates, numbers, sorting' },
  { label: 'COLORTERM', detail: 'what colours the terminal has' },
  { label: 'NO_COLOR', detail: 'no colours, please' },
  { label: 'GIT_PROTOCOL', detail: 'the protocol version of Git' },
];

function environmentWords(): ArgumentKind {
  return wordList('environment-names', 'NAME ...', 'at least one name', (word) =>
    word.value === '' || word.value.includes('=')
      ? bad(
          word,
          `\`${word.value}\` is no name of an environment variable; sshd refuses it. Write the name only, without \`=\` and value.`,
        )
      : undefined,
  );
}

/** SetEnv: NAME=VALUE. Unlike elsewhere in the old dialect, `=` separates nothing here. */
export const environmentAssignments: ArgumentKind = {
  ...assignments(),
  choices: (_target, written) => typicalAssignments(written),
  printed(input) {
    const all = entries(input);
    if (!since(input, '9.1p1')) return all;
    const names = new Set<string>();
    return all?.filter((entry) => {
      const name = nameOf(entry);
      const seen = names.has(name);
      names.add(name);
      return !seen;
    });
  },
};

const TYPICAL_ASSIGNMENTS = [
  { label: 'LANG=C.UTF-8', detail: 'the language that every system has, with all letters' },
  { label: 'TZ=UTC', detail: 'times without a zone' },
  { label: 'TMOUT=900', detail: 'shells such as Bash end after 15 min without a command' },
];

// sshd takes the first value of a name.
function typicalAssignments({ before, typed }: Written = { before: [], typed: '' }): readonly Choice[] {
  const names = new Set(before.map(nameOf));
  const name = typed.includes('=') ? nameOf(typed) : undefined;
  return TYPICAL_ASSIGNMENTS.filter(
    ({ label }) => !names.has(nameOf(label)) && (name ?? nameOf(label)) === nameOf(label),
  );
}

function nameOf(assignment: string): string {
  return assignment.replace(/=.*/s, '');
}

function assignments(): ArgumentKind {
  return wordList(
    'environment-assignments',
    'NAME=VALUE ...',
    'at least one NAME=VALUE',
    (word) =>
      word.value.includes('=')
        ? undefined
        : bad(word, `\`${word.value}\` sets nothing; sshd refuses it. Write NAME=VALUE.`),
    behindAssignments,
  );
}
