// The generator: what it makes of its input. That the files are fresh is for `npm run generate -- --check`.
import { describe, expect, it } from 'vitest';
import { grammarLists } from '../../scripts/generate/grammar-lists';
import { table, withSection } from '../../scripts/generate/markdown';
import { configuration, manifestWith } from '../../scripts/generate/settings';
import { manifestBundle, manifestTexts } from '../../scripts/generate/texts';
import { DIRECTIVES } from '../../server/src/catalog/directives';

describe('Markdown', () => {
  it('escapes what would end a cell', () => {
    expect(table(['A', 'B'], [['`yes | no`', 'two\nlines']])).toBe(
      '| A | B |\n| --- | --- |\n| `yes \\| no` | two lines |',
    );
  });

  it('replaces a section and nothing else', () => {
    const text = 'a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n';
    const after = withSection(text, 'x', 'new');
    expect(after).toBe('a\n<!-- generated: x -->\n\nnew\n\n<!-- end -->\nb\n');
    expect(withSection(after, 'x', 'new')).toBe(after);
  });

  it('refuses a text without the marks', () => {
    expect(() => withSection('text', 'x', 'new')).toThrow('marks of "x"');
  });
});

describe('manifest', () => {
  const blocks = { configuration: configuration(manifestTexts().say) };
  const fresh = JSON.stringify({ name: 'a', contributes: blocks });

  it('is left alone, layout and all, when its blocks are right', () => {
    expect(manifestWith(fresh, blocks)).toBe(fresh);
  });

  it('gets its blocks when they differ', () => {
    const stale = JSON.stringify({ name: 'a', contributes: { configuration: {} } });
    expect(JSON.parse(manifestWith(stale, blocks))).toEqual(JSON.parse(fresh));
  });
});

describe('texts', () => {
  it('of the manifest stand under their keys, those written by hand in front', () => {
    const { say, texts } = manifestTexts();
    expect(say('settings.a', 'A')).toBe('%settings.a%');
    expect(JSON.parse(manifestBundle('{"command.b":"B","settings.gone":"Gone"}', texts))).toEqual({
      'command.b': 'B',
      'settings.a': 'A',
    });
  });

  it('have one key each', () => {
    const { say } = manifestTexts();
    say('a', 'A');
    expect(() => say('a', 'B')).toThrow('two texts');
  });
});

describe('grammar lists', () => {
  const lists = grammarLists();

  it('hold every keyword once', () => {
    const { supported, deprecated } = lists.keywords;
    expect([...supported, ...deprecated].sort()).toEqual(DIRECTIVES.map(({ keyword }) => keyword).sort());
  });

  it('have keywords for every argument kind, and words for everything', () => {
    for (const keywords of Object.values(lists.argumentKinds)) expect(keywords.length).toBeGreaterThan(0);
    expect(lists.argumentKinds.command).toEqual(['ForceCommand']);
    expect(lists.argumentKinds.text).toEqual(['VersionAddendum']);
    expect(lists.constants).toEqual(
      expect.arrayContaining(['prohibit-password', 'AUTHPRIV', 'publickey', 'permissive']),
    );
    expect(lists.criteria.alone).toEqual(['All', 'Invalid-User']);
    expect(lists.percentTokens).toEqual(expect.arrayContaining(['%u', '%%']));
  });
});
