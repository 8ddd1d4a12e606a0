// Every rule has its page, and the page's examples are true: they run here. In a page only its own rule counts.
// Beside target=ID, nat=SECONDS and after-fix an example may say bom (the file starts with a byte order mark) and escapes (see unescaped()).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/registry';
import type { Fix, Rule } from '../../server/src/rules/rule';
import { applyEdits } from '../kit/apply-edits';
import { expectFindings, findingsOf } from '../kit/expect-findings';
import { fixture } from '../kit/fixtures';
import { type SnapshotOptions, snapshotFrom } from '../kit/snapshot';

const SECTIONS = ['What it finds', 'Why it matters', 'Examples', 'Fix', 'References'];

interface Example {
  readonly text: string;
  readonly options: SnapshotOptions;
  readonly afterFix: boolean;
}

function pageOf(rule: Rule): string {
  return fileURLToPath(new URL(`../../server/src/rules/${rule.category}/${rule.id}.md`, import.meta.url));
}

function examplesIn(page: string): readonly Example[] {
  return Array.from(page.matchAll(/^```sshd_config([^\n]*)\n(.*?)^```$/gms), ([, info = '', text = '']) => {
    const target = /target=(\S+)/.exec(info)?.[1];
    const nat = /nat=(\d+)/.exec(info)?.[1];
    const options = {
      byteOrderMark: /\bbom\b/.test(info),
      ...(target === undefined ? {} : { target }),
      ...(nat === undefined ? {} : { nat: Number(nat) }),
    };
    return { text: /\bescapes\b/.test(info) ? unescaped(text) : text, options, afterFix: /\bafter-fix\b/.test(info) };
  });
}

/** `\x00` is a character by its number, `\x41{5000}` that character so many times. */
function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})(?:\{(\d+)\})?/g, (_, code: string, count = '1') =>
    String.fromCharCode(Number.parseInt(code, 16)).repeat(Number(count)),
  );
}

/** The fix that an editor would apply first: the preferred one, else the first. */
function firstFix(rule: Rule, example: Example): { readonly text: string; readonly fix: Fix } {
  const { text } = fixture(example.text);
  const fixes = findingsOf(snapshotFrom(text, example.options), [rule]).flatMap((finding) => finding.fixes ?? []);
  const fix = fixes.find((one) => one.preferred) ?? fixes[0];
  if (fix === undefined) throw new Error('the example above has no fix');
  return { text, fix };
}

it('has no page without a rule', () => {
  const folder = fileURLToPath(new URL('../../server/src/rules/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const pages = files.filter((path) => path.endsWith('.md'));
  expect(pages.toSorted()).toEqual(RULES.map((rule) => `${rule.category}/${rule.id}.md`).toSorted());
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const page = existsSync(pageOf(rule)) ? readFileSync(pageOf(rule), 'utf8') : '';
  const examples = examplesIn(page);

  it('has a page with its id, its summary and every section', () => {
    expect(page.split('\n').slice(0, 3)).toEqual([`# ${rule.id}`, '', rule.summary]);
    expect(Array.from(page.matchAll(/^## (.*)$/gm), (heading) => heading[1])).toEqual(SECTIONS);
  });

  it('shows a case it finds and one it does not', () => {
    const plain = examples
      .filter((example) => !example.afterFix)
      .map((example) => fixture(example.text).expectations.length);
    expect(plain.some((count) => count > 0)).toBe(true);
    expect(plain.some((count) => count === 0)).toBe(true);
  });

  examples.forEach((example, index) => {
    it(`example ${index + 1}${example.afterFix ? ', after the fix' : ''}`, () => {
      const before = examples[index - 1];
      if (!example.afterFix) expectFindings(example.text, { ...example.options, rules: [rule] });
      else if (before === undefined) throw new Error('no example above');
      else {
        const { text, fix } = firstFix(rule, before);
        expect(applyEdits(text, fix.edits)).toBe(fixture(example.text).text);
        expectFindings(example.text, { ...before.options, rules: [rule] });
      }
    });
  });
});
