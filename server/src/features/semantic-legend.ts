// The kinds of semantic tokens: what they are called, and the scopes of the grammar whose colours they take. Data only; package.json is made of it.

/** One kind of token. */
export interface TokenKind {
  /** The standard kind that themes colour it as where they know neither it nor its scope. */
  readonly superType: string;
  /** Scopes of the grammar, without the language at their end. */
  readonly scopes: readonly string[];
  /** For the theme author. */
  readonly description: string;
}

/** By name, in the order of the legend. */
export const TOKEN_KINDS = {
  directive: {
    superType: 'keyword',
    scopes: ['keyword.other.directive'],
    description: 'A keyword that the target knows.',
  },
  section: {
    superType: 'keyword',
    scopes: ['keyword.control.match'],
    description: 'Match and Include.',
  },
  unknown: {
    superType: 'variable',
    scopes: ['variable.other.unknown'],
    description: 'A word in the place of a keyword or criterion that the target does not know.',
  },
  criterion: {
    superType: 'type',
    scopes: ['support.type.criterion'],
    description: 'A criterion of a Match line.',
  },
  constant: {
    superType: 'enumMember',
    scopes: ['constant.language'],
    description: 'A fixed word of an argument: yes, no, prohibit-password.',
  },
  quantity: {
    superType: 'number',
    scopes: ['constant.numeric'],
    description: 'A number, time, size or port.',
  },
  address: {
    superType: 'number',
    scopes: ['constant.numeric.ip-address'],
    description: 'An address or network.',
  },
  path: {
    superType: 'string',
    scopes: ['string.unquoted.path'],
    description: 'The name of a file.',
  },
  pattern: {
    superType: 'string',
    scopes: ['string.unquoted.pattern'],
    description: 'A pattern of users, groups or hosts.',
  },
  plain: {
    superType: 'string',
    scopes: ['string.unquoted.text'],
    description: 'Free text: an account, a service, the value of an environment variable.',
  },
  option: {
    superType: 'parameter',
    scopes: ['variable.parameter.option'],
    description: 'The name in NAME=VALUE and NAME:VALUE.',
  },
  environment: {
    superType: 'variable',
    scopes: ['variable.other.environment'],
    description: 'The name of an environment variable.',
  },
  placeholder: {
    superType: 'macro',
    scopes: ['constant.other.placeholder'],
    description: 'A percent token that sshd replaces here.',
  },
  algorithm: {
    superType: 'enumMember',
    scopes: ['support.constant.algorithm'],
    description: 'An algorithm that the target knows here.',
  },
  command: {
    superType: 'function',
    scopes: ['entity.name.function.command'],
    description: 'The program of a command.',
  },
  subsystem: {
    superType: 'function',
    scopes: ['entity.name.function.subsystem'],
    description: 'The name of a subsystem.',
  },
  sign: {
    superType: 'operator',
    scopes: ['keyword.operator'],
    description: 'A sign with a meaning: wildcards, negation, list prefixes, separators.',
  },
  comment: {
    superType: 'comment',
    scopes: ['comment.line.number-sign'],
    description: 'A comment behind arguments, where the target sees one.',
  },
} as const satisfies Readonly<Record<string, TokenKind>>;

export type TokenType = keyof typeof TOKEN_KINDS;

/** By name, in the order of the legend. */
export const TOKEN_MODIFIERS = {
  deprecated: 'The target knows the keyword and does not act on it.',
  ineffective: 'Another line decides; this one is read and dropped.',
  scoped: 'In a Match block.',
  weak: 'An algorithm that should not be listed, in a list that does not take it out.',
} as const;

export type TokenModifier = keyof typeof TOKEN_MODIFIERS;

/** Where a modifier changes the colour: a selector as themes write it, and scopes. */
export const MODIFIED_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'directive.deprecated': ['invalid.deprecated.directive'],
  'algorithm.weak': ['invalid.deprecated.algorithm'],
};

/** The legend of the protocol. */
export const TOKEN_LEGEND = {
  tokenTypes: Object.keys(TOKEN_KINDS),
  tokenModifiers: Object.keys(TOKEN_MODIFIERS),
};
