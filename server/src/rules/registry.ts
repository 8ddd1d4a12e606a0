// Every rule, by category and id. A new rule is one line here, one .ts and one .md in its category's folder.
import { badArgument } from './correctness/bad-argument';
import { directiveNotAllowedInMatch } from './correctness/directive-not-allowed-in-match';
import { emptyArgument } from './correctness/empty-argument';
import { extraArgument } from './correctness/extra-argument';
import { missingArgument } from './correctness/missing-argument';
import { unclosedQuote } from './correctness/unclosed-quote';
import { unknownAlgorithm } from './correctness/unknown-algorithm';
import { unknownDirective } from './correctness/unknown-directive';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  // correctness
  badArgument,
  directiveNotAllowedInMatch,
  emptyArgument,
  extraArgument,
  missingArgument,
  unclosedQuote,
  unknownAlgorithm,
  unknownDirective,
];
