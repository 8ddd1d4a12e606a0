// The percent tokens against the facts they were written from.
import { expect, test } from 'vitest';
import { tokenIntroduced, tokensOf, tokenText } from '../../server/src/catalog/percent-tokens';
import { NEWEST_TARGET, type Target, targetNamed } from '../../server/src/catalog/targets';
import facts from '../data/percent-tokens.json' with { type: 'json' };

interface Fact {
  readonly tokens: readonly string[];
  readonly since: Readonly<Record<string, string>>;
}

const at = (id: string) => targetNamed(id) as Target;

test.each(Object.entries(facts as Readonly<Record<string, Fact>>))('%s', (keyword, { tokens, since }) => {
  expect(tokensOf(keyword, NEWEST_TARGET).toSorted()).toEqual(tokens.map((token) => token.slice(1)).toSorted());
  for (const token of tokens) {
    expect(tokenText(token, keyword)).toBe(tokenText(token.slice(1), keyword));
    expect(tokenText(token, keyword)).toMatch(/^[a-z].*[^.]$/);
    if (keyword !== 'RDomain') expect(tokenIntroduced(token, keyword)).toBe(since[token] ?? '6.6p1');
  }
});

test('tokens by release', () => {
  expect(tokensOf('AuthorizedKeysFile', at('7.7'))).toEqual(['%', 'h', 'u']);
  expect(tokensOf('authorizedkeysfile', at('7.8'))).toEqual(['%', 'h', 'U', 'u']);
  expect(tokensOf('AuthorizedKeysCommand', at('9.3'))).not.toContain('C');
  expect(tokensOf('RDomain', at('7.7'))).toEqual(['D']);
});

test('what has no tokens', () => {
  expect(tokensOf('ForceCommand', NEWEST_TARGET)).toEqual([]);
  expect(tokensOf('Banner', NEWEST_TARGET)).toEqual([]);
  expect(tokenIntroduced('%r', 'AuthorizedKeysFile')).toBeUndefined();
  expect(tokenText('%r')).toBeUndefined();
});

test('one letter may mean less in one directive', () => {
  expect(tokenText('%f', 'AuthorizedPrincipalsCommand')).toContain('certificate');
  expect(tokenText('%f', 'AuthorizedKeysCommand')).toContain('key or certificate');
});
