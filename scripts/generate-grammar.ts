// Builds the text of syntaxes/sshd-config.tmLanguage.json from lists of words. Pure: it reads and writes no file,
// and it knows no sshd version; what a given sshd accepts is for the language server to say.
// Every rule of the grammar ends with its line, and no expression in it can backtrack more than linearly.

/** Argument kinds whose lines are highlighted in a way of their own. All other keywords share one set of rules. */
export type GrammarArgumentKind =
  /** Comma lists of algorithm names, with `+`, `-` and `^` (Ciphers, HostKeyAlgorithms). */
  | 'algorithms'
  /** A command line for the shell, taken as it stands (ForceCommand). */
  | 'command'
  /** A command line in which percent tokens are expanded (AuthorizedKeysCommand). */
  | 'token-command'
  /** A name followed by a command line (Subsystem). */
  | 'subsystem'
  /** Names of environment variables, or assignments to them (AcceptEnv, SetEnv). */
  | 'environment'
  /** Patterns of users or groups (AllowUsers, DenyGroups). */
  | 'patterns'
  /** One port (Port). */
  | 'port'
  /** Addresses or hosts with a port (ListenAddress, PermitOpen). */
  | 'host-port'
  /** A size, then a time (RekeyLimit). */
  | 'size'
  /** The rest of the line as it stands (VersionAddendum). */
  | 'text';

/** The words the grammar is made of. Case and order do not matter; the text that comes out is the same. */
export interface GrammarLists {
  /** Keywords, aliases and vendors' keywords included. A keyword is `deprecated` when the newest sshd does nothing with it. */
  readonly keywords: { readonly supported: readonly string[]; readonly deprecated: readonly string[] };
  /** Which keywords take arguments of which kind; deprecated keywords in here are left out. */
  readonly argumentKinds: Readonly<Record<GrammarArgumentKind, readonly string[]>>;
  /** Match criteria, by whether a value follows. */
  readonly criteria: { readonly withValue: readonly string[]; readonly alone: readonly string[] };
  /** Algorithm names of every kind and age. */
  readonly algorithms: readonly string[];
  /** Words with a fixed meaning (`prohibit-password`, `AUTHPRIV`, `publickey`); `yes` and `no` are built in. */
  readonly constants: readonly string[];
  /** Percent tokens with their sign (`%u`, `%%`). */
  readonly percentTokens: readonly string[];
}

interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

/** A `while` that never holds: whatever was opened on a line, quotes of an embedded command included, ends with it. */
const ONE_LINE = '(?!)';
/** Where a value may start: after a blank, a separator or a quote. */
const START = '(?<![^ \\t\\r\\n=,:"\'])';
/** Where a value may end. */
const END = '(?![^ \\t\\r\\n=,:"\'])';

/** The text of the grammar, ready to be written to its file. */
export function grammarText(lists: GrammarLists): string {
  const grammar = {
    information_for_contributors: [
      'This file is generated from the catalogue. Change scripts/generate-grammar.ts or the catalogue instead.',
    ],
    name: 'sshd_config',
    scopeName: scope('source'),
    patterns: [...commentLines(lists), ...directiveLines(lists)],
    repository: { ...basicRules(), ...wordRules(lists), ...addressRules(), ...contextRules(lists) },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

function commentLines(lists: GrammarLists): readonly Rule[] {
  const keywords = alternatives([...lists.keywords.supported, ...lists.keywords.deprecated, 'Match', 'Include']);
  // After a blank, prose is as likely as a directive ("# Port numbers below 1024 need ..."): only one argument convinces.
  const oneArgument = '[^ \\t\\r\\n=]++(?:[ \\t]*+=[ \\t]*+|[ \\t]++)[^ \\t\\r\\n]++[ \\t\\r]*+$';
  return [
    {
      name: scope('comment.line.number-sign.control'),
      begin: '^[ \\t]*+(#++)[ \\t]*+(sshd-config)[ \\t]*+(:)',
      beginCaptures: captures(
        'punctuation.definition.comment',
        'keyword.control.directive',
        'punctuation.separator.control',
      ),
      while: ONE_LINE,
      patterns: [
        {
          match: '([A-Za-z][\\w-]*+)[ \\t]*+(=)[ \\t]*+([^ \\t\\r\\n,;]++)',
          captures: captures('variable.parameter.control', 'keyword.operator.assignment', 'constant.other.control'),
        },
        { name: scope('variable.parameter.control'), match: '[A-Za-z][\\w-]*+' },
      ],
    },
    {
      name: scope('comment.line.number-sign.disabled-directive'),
      match: `(?i)^[ \\t]*+(#++)(?:[ \\t]++(?=${oneArgument}|Match[ \\t]))?(${keywords})(?=[ \\t\\r=]|$).*$`,
      // Not a keyword scope: a line that does nothing must not look like one that does.
      captures: captures('punctuation.definition.comment', 'markup.italic.disabled-keyword'),
    },
    {
      name: scope('comment.line.number-sign'),
      match: '^[ \\t]*+(#).*$',
      captures: captures('punctuation.definition.comment'),
    },
  ];
}

function directiveLines(lists: GrammarLists): readonly Rule[] {
  const dead = new Set(lists.keywords.deprecated.map(lowerCase));
  const kinds = Object.entries(lists.argumentKinds).map(
    ([kind, keywords]) => [kind, keywords.filter((keyword) => !dead.has(lowerCase(keyword)))] as const,
  );
  const special = new Set(['match', 'include', ...kinds.flatMap(([, keywords]) => keywords.map(lowerCase))]);
  const plain = lists.keywords.supported.filter(
    (keyword) => !special.has(lowerCase(keyword)) && !dead.has(lowerCase(keyword)),
  );
  return [
    directiveLine(['Match'], 'keyword.control.match', '#match-arguments'),
    directiveLine(['Include'], 'keyword.control.import', '#include-arguments'),
    ...kinds
      .filter(([, keywords]) => keywords.length > 0)
      .map(([kind, keywords]) => kindLine(kind as GrammarArgumentKind, keywords)),
    directiveLine(plain, 'keyword.other.directive', '#arguments'),
    directiveLine(lists.keywords.deprecated, 'invalid.deprecated.directive', '#arguments'),
    {
      name: scope('meta.directive.unknown'),
      begin: '^[ \\t]*+[^ \\t\\r\\n#=]++(?:[ \\t]*+(=))?',
      beginCaptures: captures('keyword.operator.assignment'),
      while: ONE_LINE,
      patterns: [{ include: '#arguments' }],
    },
  ];
}

/** One line that starts with one of these keywords, which may be quoted and followed by one `=`. */
function directiveLine(keywords: readonly string[], keywordScope: string, contents: string): Rule {
  return {
    name: scope('meta.directive'),
    begin: `(?i)^[ \\t]*+("?)(${alternatives(keywords)})(\\1)(?:(?<=")|(?=[ \\t\\r=]|$))(?:[ \\t]*+(=))?`,
    beginCaptures: captures(
      'punctuation.definition.keyword',
      keywordScope,
      'punctuation.definition.keyword',
      'keyword.operator.assignment',
    ),
    while: ONE_LINE,
    patterns: [{ include: contents }],
  };
}

function kindLine(kind: GrammarArgumentKind, keywords: readonly string[]): Rule {
  const line = directiveLine(keywords, 'keyword.other.directive', `#${kind}-arguments`);
  switch (kind) {
    case 'text':
      return { ...line, begin: `${line.begin}[ \\t]*+`, contentName: scope('string.unquoted.text') };
    case 'command':
    case 'token-command':
      return commandLine(line, '5');
    case 'subsystem':
      return commandLine(
        {
          ...line,
          begin: `${line.begin}(?:[ \\t]*+([^ \\t\\r\\n"'#][^ \\t\\r\\n"']*+|"[^"\\n]*+"|'[^'\\n]*+'))?`,
          beginCaptures: { ...line.beginCaptures, '5': { name: scope('entity.name.function.subsystem') } },
        },
        '6',
      );
    case 'size':
      return {
        ...line,
        begin: `${line.begin}(?:[ \\t]*+(\\d++(?:\\.\\d*+)?+[KMGTPE]?)(?=[ \\t\\r]|$))?`,
        beginCaptures: { ...line.beginCaptures, '5': { name: scope('constant.numeric.size') } },
      };
    default:
      return line;
  }
}

/** The line continued by a command, which the shell's own grammar takes over after the path of the program. */
function commandLine(line: Rule, group: string): Rule {
  return {
    ...line,
    begin: `${line.begin}[ \\t]*+(/[^ \\t\\r\\n"'\\\\%$;|&<>()]*+)?`,
    beginCaptures: { ...line.beginCaptures, [group]: { name: scope('entity.name.function.command') } },
    contentName: 'meta.embedded.line.shell',
  };
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
function contextRules(lists: GrammarLists): Readonly<Record<string, Rule>> {
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
    ...matchRules(lists),
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

function includes(...names: readonly string[]): readonly Rule[] {
  return names.map((name) => ({ include: `#${name}` }));
}

/** Scopes for the groups of an expression, the first for group 1. */
function captures(...names: readonly string[]): Captures {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name: scope(name) }]));
}

function scope(name: string): string {
  return `${name}.sshd_config`;
}

/** An alternation that is the same for every order and spelling of the list; nothing at all for an empty list. */
function alternatives(words: readonly string[]): string {
  const distinct = new Map(words.map((word) => [lowerCase(word), word]));
  const sorted = [...distinct.keys()].sort().map((key) => distinct.get(key) ?? key);
  return sorted.length === 0 ? '(?!)' : sorted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
}

function lowerCase(word: string): string {
  return word.toLowerCase();
}
