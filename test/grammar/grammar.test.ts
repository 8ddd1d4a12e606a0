// Runs the caret tests in this folder against the grammar, and shows that a very long line costs linear time.
// What the generated word lists hold is not tested here: the freshness check of the generator does that.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { type GrammarLists, grammarText } from '../../scripts/generate-grammar';

const here = fileURLToPath(new URL('.', import.meta.url));
const registry = createRegistryFromGrammars(
  [join(here, '../../syntaxes/sshd-config.tmLanguage.json'), join(here, 'shell-stub.tmLanguage.json')].map((path) => ({
    grammar: { path, scopeName: '' },
    content: readFileSync(path, 'utf8'),
  })),
);

async function tokenCounts(lines: readonly string[]): Promise<readonly number[]> {
  const grammar = await registry.loadGrammar('source.sshd_config');
  if (grammar === null) throw new Error('the grammar cannot be loaded');
  let state: ReturnType<typeof grammar.tokenizeLine>['ruleStack'] | null = null;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.length;
  });
}

describe('caret tests', () => {
  for (const file of readdirSync(here).filter((name) => name.endsWith('.sshd_config'))) {
    test(file, async () => {
      const testCase = parseGrammarTestCase(readFileSync(join(here, file), 'utf8'));
      expect(testCase.assertions.length).toBeGreaterThan(0);
      const failures = await runGrammarTestCase(registry, testCase);
      const report = failures.map(
        (failure) =>
          `${file}:${failure.line + 1}: ${JSON.stringify(testCase.source[failure.srcLine]?.slice(failure.start, failure.end))}` +
          ` misses [${failure.missing.join(' ')}], must not be [${failure.unexpected.join(' ')}], is [${failure.actual.join(' ')}]`,
      );
      expect(report).toEqual([]);
    });
  }
});

describe('long lines', () => {
  // Quadratic work on 200 kB takes many minutes, linear work a moment: the limit only has to lie between them.
  const LENGTH = 200_000;
  const lines: readonly (readonly [head: string, unit: string])[] = [
    ['', 'a'],
    ['', ' '],
    ['#', 'Port '],
    ['# sshd-config: ', 'a='],
    ['Banner ', '/'],
    ['Banner ', '"'],
    ['Port ', '1'],
    ['LoginGraceTime ', '1h'],
    ['ListenAddress ', '1:'],
    ['AllowUsers ', '1.'],
    ['Ciphers ', 'aes128-'],
    ['Match ', 'User '],
    ['ForceCommand ', '/a'],
    ['Subsystem ', "'"],
    ['SetEnv ', 'A=b '],
  ];
  for (const [head, unit] of lines) {
    test(`200 kB of ${JSON.stringify(head + unit)}`, { timeout: 60_000 }, async () => {
      const [long, next] = await tokenCounts([head + unit.repeat(LENGTH / unit.length), 'Port 22']);
      expect(long).toBeGreaterThan(0);
      // "Port", the blank and "22": nothing of the long line is left open.
      expect(next).toBe(3);
    });
  }
});

describe('generator', () => {
  const lists: GrammarLists = {
    keywords: { supported: ['Port', 'Ciphers', 'Match'], deprecated: ['Protocol', 'OldCiphers'] },
    argumentKinds: {
      algorithms: ['Ciphers', 'OldCiphers'],
      command: [],
      'token-command': [],
      subsystem: [],
      environment: [],
      patterns: [],
      port: ['Port'],
      'host-port': [],
      size: [],
      text: [],
    },
    criteria: { withValue: ['User'], alone: ['All'] },
    algorithms: ['aes128-ctr', 'chacha20-poly1305@openssh.com'],
    constants: [],
    percentTokens: ['%%', '%u'],
  };

  test('gives the same text whatever the order of the lists', () => {
    const reversed: GrammarLists = {
      ...lists,
      keywords: {
        supported: lists.keywords.supported.toReversed(),
        deprecated: lists.keywords.deprecated.toReversed(),
      },
      algorithms: lists.algorithms.toReversed(),
      percentTokens: lists.percentTokens.toReversed(),
    };
    expect(grammarText(reversed)).toBe(grammarText(lists));
  });

  test('a deprecated keyword is deprecated whatever its arguments are', () => {
    const grammar = JSON.parse(grammarText(lists)) as {
      patterns: { begin?: string; beginCaptures?: Record<string, { name: string }> }[];
    };
    const scopes = grammar.patterns
      .filter((rule) => rule.begin?.includes('OldCiphers'))
      .map((rule) => rule.beginCaptures?.['2']?.name);
    expect(scopes).toEqual(['invalid.deprecated.directive.sshd_config']);
  });
});
