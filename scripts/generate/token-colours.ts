// The blocks of package.json about semantic tokens: their kinds, modifiers and the scopes whose colours they take, from the one legend.
import { MODIFIED_SCOPES, TOKEN_KINDS, TOKEN_MODIFIERS } from '../../server/src/features/semantic-legend';
import { LANGUAGE_ID } from '../../server/src/lsp/messages';
import type { Say } from './texts';

// What every editor knows already.
const STANDARD = new Set(['comment', 'deprecated']);

/** The part of `contributes`. */
export function tokenContributions(say: Say): object {
  const kinds = Object.entries(TOKEN_KINDS);
  const scopes = [...kinds.map(([name, kind]) => [name, kind.scopes] as const), ...Object.entries(MODIFIED_SCOPES)].map(
    ([selector, names]) => [selector, names.map((name) => `${name}.${LANGUAGE_ID}`)],
  );
  return {
    semanticTokenTypes: kinds
      .filter(([id]) => !STANDARD.has(id))
      .map(([id, { superType, description }]) => ({ id, superType, description: say(`tokens.${id}`, description) })),
    semanticTokenModifiers: Object.entries(TOKEN_MODIFIERS)
      .filter(([id]) => !STANDARD.has(id))
      .map(([id, description]) => ({ id, description: say(`tokens.${id}`, description) })),
    semanticTokenScopes: [{ language: LANGUAGE_ID, scopes: Object.fromEntries(scopes) }],
  };
}
