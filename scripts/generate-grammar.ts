// Builds the text of syntaxes/sshd-config.tmLanguage.json from lists of words. Pure: it reads and writes no file,
// and it knows no sshd version; what a given sshd accepts is for the language server to say.
// Every rule of the grammar ends with its line, and no expression in it can backtrack more than linearly.

import { argumentRules } from './grammar/argument-rules';
import {
  alternatives,
  captures,
  type GrammarArgumentKind,
  type GrammarLists,
  lowerCase,
  type Rule,
  scope,
} from './grammar/notation';

export type { GrammarArgumentKind, GrammarLists } from './grammar/notation';

/** A `while` that never holds: whatever was opened on a line, quotes of an embedded command included, ends with it. */
const ONE_LINE = '(?!)';

/** The text of the grammar, ready to be written to its file. */
export function grammarText(lists: GrammarLists): string {
  const grammar = {
    information_for_contributors: [
      'This file is generated from the catalogue. Change the catalogue or scripts/grammar/ instead.',
    ],
    name: 'sshd_config',
    scopeName: scope('source'),
    patterns: [...commentLines(lists), ...directiveLines(lists)],
    repository: argumentRules(lists),
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
      begin: '^[ \\t]*+(#)[ \\t]*+(sshd-config)(:)',
      beginCaptures: captures(
        'punctuation.definition.comment',
        'keyword.control.directive',
        'punctuation.separator.control',
      ),
      while: ONE_LINE,
      patterns: [
        {
          match: '([A-Za-z][\\w-]*+)(=)([^ \\t\\r\\n]++)',
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
