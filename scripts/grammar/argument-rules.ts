// The rules for what may stand behind a keyword: words, numbers, addresses, lists, Match criteria.
// The lines themselves, and what ends them, are not known here.

import { alternatives, captures, type GrammarLists, includes, type Rule, scope } from './notation';

/** Where a value may start: after a blank, a separator or a quote. */
const START = '(?<![^ \\t\\r\\n=,:"\'])';
/** Where a value may end. */
const END = '(?![^ \\t\\r\\n=,:"\'])';

/** The repository of the grammar. A line of an argument kind finds its rules as `<kind>-arguments`, others as `arguments`. */
export function argumentRules(lists: GrammarLists): Readonly<Record<string, Rule>> {
  return { ...basicRules(), ...wordRules(lists), ...addressRules(), ...contextRules(), ...matchRules(lists) };
}

/** Comments, quotes, escapes and signs. */
function basicRules(): Readonly<Record<string, Rule>> {
  return {
    comment: {
      name: scope('comment.line.number-sign'),
      match: '(?<![^ \\t\\r\\n])(#).*$',
      captures: captures('punctuation.definition.comment'),
    },
    string: { patterns: [quoted('"', 'double'), quoted("'", 'single')] },
    escape: { name: scope('constant.character.escape'), match: '\\\\[\\\\"\' ]' },
    wildcard: { name: scope('keyword.operator.wildcard'), match: '[*?]' },
    negation: { name: scope('keyword.operator.negation'), match: '(?<![^ \\t\\r\\n=,])!' },
    comma: { name: scope('punctuation.separator.list'), match: ',' },
  };
}

function quoted(quote: string, kind: string): Rule {
  return {
    name: scope(`string.quoted.${kind}`),
    begin: quote,
    beginCaptures: { '0': { name: scope('punctuation.definition.string.begin') } },
    // A string without its second quote is a fault of its line alone.
    end: `(${quote})|$`,
    endCaptures: captures('punctuation.definition.string.end'),
    patterns: [{ name: scope('constant.character.escape'), match: '\\\\[\\\\"\']' }, { include: '#percent-token' }],
  };
}

/** Words and numbers with a meaning of their own. */
function wordRules(lists: GrammarLists): Readonly<Record<string, Rule>> {
  return {
    'percent-token': { name: scope('constant.other.placeholder'), match: alternatives(lists.percentTokens) },
    boolean: { name: scope('constant.language.boolean'), match: `(?i)${START}(?:yes|no)${END}` },
    constant: { name: scope('constant.language'), match: `(?i)${START}(?:${alternatives(lists.constants)})${END}` },
    algorithm: {
      name: scope('support.constant.algorithm'),
      match: `(?<![^ \\t\\r\\n=,"+^-])(?:${alternatives(lists.algorithms)})(?![^ \\t\\r\\n,"])`,
    },
    time: {
      name: scope('constant.numeric.time'),
      match: `(?i)${START}(?:(?:(?:\\d++(?:\\.\\d++)?+|\\.\\d++)[smhdw])++\\d*+|\\d*+\\.\\d++)${END}`,
    },
    size: { name: scope('constant.numeric.size'), match: `(?i)${START}\\d++(?:\\.\\d++)?+[KMGTPE]${END}` },
    integer: { name: scope('constant.numeric.integer'), match: `${START}[+-]?(?:0x[0-9A-Fa-f]++|\\d++)${END}` },
    port: { name: scope('constant.numeric.port'), match: `${START}\\d{1,5}${END}` },
    'option-name': {
      match: '(?<![^ \\t\\r\\n=])([A-Za-z][\\w-]*+)(:)(?=[A-Za-z0-9])',
      captures: captures('variable.parameter.option', 'punctuation.separator.option'),
    },
    path: {
      name: scope('string.unquoted.path'),
      begin: '(?<![^ \\t\\r\\n=])(?:(%[A-Za-z%])?[\\w.~-]*+/|[A-Za-z]:\\\\|__PROGRAMDATA__)',
      beginCaptures: captures('constant.other.placeholder'),
      end: '(?=[ \\t\\r"\']|$)',
      patterns: includes('escape', 'percent-token', 'wildcard'),
    },
  };
}

function addressRules(): Readonly<Record<string, Rule>> {
  const start = '(?<![^ \\t\\r\\n=,!@"\'])';
  const end = '(?![^ \\t\\r\\n,:"\'])';
  const v4 = '(?:\\d{1,3}\\.){3}\\d{1,3}';
  const group = '[0-9A-Fa-f]{1,4}';
  const v6 = `(?:(?:${group}:){7}${group}|(?:${group}(?::${group}){0,6})?::(?:${group}:){0,6}(?:${v4}|${group})?)(?:%[\\w.-]++)?`;
  const prefixLength = ['keyword.operator.prefix-length', 'constant.numeric.prefix-length'] as const;
  return {
    address: {
      patterns: [
        {
          match: `${start}(${v4})(?:(/)(\\d{1,3}))?${end}`,
          captures: captures('constant.numeric.ip-address.v4', ...prefixLength),
        },
        {
          match: `${start}(${v6})(?:(/)(\\d{1,3}))?(?![^ \\t\\r\\n,"'])`,
          captures: captures('constant.numeric.ip-address.v6', ...prefixLength),
        },
        {
          match: `(\\[)(${v6})(\\])`,
          captures: captures(
            'punctuation.definition.address.begin',
            'constant.numeric.ip-address.v6',
            'punctuation.definition.address.end',
          ),
        },
        { match: `${start}((?:\\d{1,3}\\.){1,3})(?=[*?])`, captures: captures('constant.numeric.ip-address.v4') },
      ],
    },
    'port-suffix': {
      match: '(?<=[\\w*.\\]-])(:)(\\d{1,5})(?![^ \\t\\r\\n"\'])',
      captures: captures('punctuation.separator.port', 'constant.numeric.port'),
    },
  };
}

/** What may stand behind the keywords: one entry for each argument kind, and `arguments` for all others. */
function contextRules(): Readonly<Record<string, Rule>> {
  const commandWords: Rule = {
    name: scope('constant.language'),
    match: `(?i)(?<![^ \\t=])(?:internal-sftp|none)(?=[ \\t\\r]|$)`,
  };
  const shell: Rule = { include: 'source.shell' };
  return {
    arguments: {
      patterns: includes(
        ...['comment', 'string', 'escape', 'address', 'time', 'size', 'integer', 'boolean', 'constant'],
        ...['option-name', 'path', 'percent-token', 'wildcard', 'negation'],
      ),
    },
    'include-arguments': { patterns: includes('comment', 'string', 'escape', 'path', 'wildcard') },
    'algorithms-arguments': {
      patterns: [
        ...includes('comment', 'string', 'algorithm'),
        { name: scope('keyword.operator.list-prefix'), match: '(?<![^ \\t=])[-+^]' },
        ...includes('wildcard', 'comma'),
      ],
    },
    'command-arguments': { patterns: [commandWords, shell] },
    'token-command-arguments': { patterns: [commandWords, ...includes('percent-token'), shell] },
    'subsystem-arguments': { patterns: [...includes('comment'), commandWords, shell] },
    'environment-arguments': {
      patterns: [
        ...includes('comment', 'string'),
        {
          match: '(?<![^ \\t\\r\\n=])([A-Za-z_]\\w*+)(=)([^ \\t\\r\\n"\']*+)',
          captures: captures('variable.other.environment', 'keyword.operator.assignment', 'string.unquoted.value'),
        },
        { name: scope('variable.other.environment'), match: '(?<![^ \\t\\r\\n=*?])[A-Za-z_]\\w*+' },
        ...includes('wildcard'),
      ],
    },
    'patterns-arguments': { patterns: [...includes('comment'), { include: '#pattern-words' }] },
    'port-arguments': { patterns: includes('comment', 'string', 'port') },
    'host-port-arguments': {
      patterns: includes('comment', 'string', 'address', 'port-suffix', 'port', 'constant', 'path', 'wildcard'),
    },
    'size-arguments': { patterns: includes('comment', 'string', 'constant', 'time', 'integer') },
    'text-arguments': { patterns: [] },
    'pattern-words': {
      patterns: [
        ...includes('string', 'escape', 'address', 'negation', 'wildcard', 'comma'),
        { name: scope('punctuation.separator.user-host'), match: '@' },
        { name: scope('string.unquoted.pattern'), match: '[^ \\t\\r\\n,*?@"\'\\\\]++|\\\\' },
      ],
    },
  };
}

function matchRules(lists: GrammarLists): Readonly<Record<string, Rule>> {
  const withValue = alternatives(lists.criteria.withValue);
  const criterion = scope('support.type.criterion');
  return {
    'match-arguments': {
      patterns: [
        ...includes('comment'),
        {
          name: scope('meta.criterion'),
          // `Match = User x` is legal too; its sign belongs to the keyword.
          begin: `(?i)(?<![^ \\t\\r\\n=])(${withValue})(?:[ \\t]*+(=)[ \\t]*+|[ \\t]++)(?=[^ \\t\\r\\n#])`,
          beginCaptures: { '1': { name: criterion }, '2': { name: scope('keyword.operator.assignment') } },
          end: '(?=[ \\t\\r]|$)',
          patterns: includes('port', 'pattern-words'),
        },
        {
          name: criterion,
          match: `(?i)(?<![^ \\t\\r\\n=])(?:${alternatives([...lists.criteria.withValue, ...lists.criteria.alone])})(?=[ \\t\\r=]|$)`,
        },
        ...includes('string'),
      ],
    },
  };
}
