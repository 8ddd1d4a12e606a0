// The grammar's word lists, taken from the catalogue. How they become a grammar: ../generate-grammar.ts.
import { allAlgorithms } from '../../server/src/catalog/algorithms';
import { CRITERIA } from '../../server/src/catalog/criteria';
import type { Directive } from '../../server/src/catalog/directive';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { tokensOf } from '../../server/src/catalog/percent-tokens';
import { NEWEST_TARGET, TARGETS } from '../../server/src/catalog/targets';
import { NEWEST, valueAt } from '../../server/src/catalog/versions';
import type { GrammarArgumentKind, GrammarLists } from '../generate-grammar';

// The grammar colours these arguments by rules of their own, or not word by word.
const WITHOUT_CONSTANTS = new Set(['algorithm-list', 'yes-no', 'match', 'subsystem', 'environment-names', 'text']);
// Words that argument kinds take but do not offer.
const MORE_CONSTANTS = ['bsdauth', 'pam', 'deny-all', 'permissive'];

/** The lists of everything the catalogue knows, whatever the target. */
export function grammarLists(): GrammarLists {
  const supported = DIRECTIVES.filter((entry) => valueAt(entry.status, NEWEST) === 'supported');
  const deprecated = DIRECTIVES.filter((entry) => !supported.includes(entry));
  return {
    keywords: { supported: supported.map(keywordOf), deprecated: deprecated.map(keywordOf) },
    argumentKinds: argumentKinds(),
    criteria: {
      withValue: CRITERIA.filter(({ argument }) => argument !== 'none').map(({ name }) => name),
      alone: CRITERIA.filter(({ argument }) => argument === 'none').map(({ name }) => name),
    },
    algorithms: allAlgorithms().map(({ name }) => name),
    constants: constants(),
    percentTokens: DIRECTIVES.flatMap(({ keyword }) => tokensOf(keyword, NEWEST_TARGET)).map((token) => `%${token}`),
  };
}

function keywordOf({ keyword }: Directive): string {
  return keyword;
}

function argumentKinds(): GrammarLists['argumentKinds'] {
  const lists: Record<GrammarArgumentKind, string[]> = {
    algorithms: [],
    command: [],
    'token-command': [],
    subsystem: [],
    environment: [],
    patterns: [],
    port: [],
    'host-port': [],
    size: [],
    text: [],
  };
  for (const entry of DIRECTIVES) {
    const kind = grammarKind(entry);
    if (kind !== undefined) lists[kind].push(entry.keyword);
  }
  return lists;
}

const KINDS: Readonly<Record<string, GrammarArgumentKind>> = {
  'algorithm-list': 'algorithms',
  subsystem: 'subsystem',
  'environment-names': 'environment',
  'environment-assignments': 'environment',
  'group-patterns': 'patterns',
  'user-patterns': 'patterns',
  port: 'port',
  'listen-address': 'host-port',
  'host-ports': 'host-port',
  'rekey-limit': 'size',
};

function grammarKind({ keyword, argument }: Directive): GrammarArgumentKind | undefined {
  if (argument.name !== 'rest-of-line') return KINDS[argument.name];
  if (tokensOf(keyword, NEWEST_TARGET).length > 0) return 'token-command';
  return argument.syntax.startsWith('COMMAND') ? 'command' : 'text';
}

function constants(): readonly string[] {
  const offered = DIRECTIVES.filter(({ argument }) => !WITHOUT_CONSTANTS.has(argument.name)).flatMap(({ argument }) =>
    TARGETS.flatMap((target) => argument.choices?.(target) ?? []),
  );
  const words = offered.map(({ label }) => label);
  const plain = words.filter((word) => /^[A-Za-z][\w-]*$/.test(word) && word !== 'yes' && word !== 'no');
  return [...plain, ...MORE_CONSTANTS];
}
