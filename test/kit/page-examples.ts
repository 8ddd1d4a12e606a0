// The examples of a rule's page. A fence without `file=` is the main file and begins an example; `file=PATH` fences below it are the files around it.
// `after-fix` is the file after the rule's first fix. Beside target=ID and nat=SECONDS a main file may say bom (it starts with a byte order mark);
// any fence may say escapes (see unescaped()).
import type { Fix, Rule } from '../../server/src/rules/rule';
import { applyEdits } from './apply-edits';
import { findingsOf } from './expect-findings';
import { fixture } from './fixtures';
import { MAIN_PATH, type SnapshotOptions, snapshotFrom, uriOfPath } from './snapshot';

/** Texts by path, with their expectations. */
type Texts = Readonly<Record<string, string>>;

export interface PageExample {
  readonly files: Texts;
  readonly options: SnapshotOptions;
  /** The files as they shall be after the fix; empty where the page does not show them. */
  readonly afterFix: Texts;
}

export function examplesIn(page: string): readonly PageExample[] {
  const found: { files: Record<string, string>; options: SnapshotOptions; afterFix: Record<string, string> }[] = [];
  for (const [, info = '', body = ''] of page.matchAll(/^```sshd_config([^\n]*)\n(.*?)^```$/gms)) {
    const text = /\bescapes\b/.test(info) ? unescaped(body) : body;
    const path = /\bfile=(\S+)/.exec(info)?.[1];
    const isAfterFix = /\bafter-fix\b/.test(info);
    if (path === undefined && !isAfterFix) {
      found.push({ files: { [MAIN_PATH]: text }, options: optionsIn(info), afterFix: {} });
      continue;
    }
    const example = found.at(-1);
    if (example === undefined) throw new Error(`no main file above: ${info}`);
    (isAfterFix ? example.afterFix : example.files)[path ?? MAIN_PATH] = text;
  }
  return found;
}

function optionsIn(info: string): SnapshotOptions {
  const target = /target=(\S+)/.exec(info)?.[1];
  const nat = /nat=(\d+)/.exec(info)?.[1];
  return {
    byteOrderMark: /\bbom\b/.test(info),
    ...(target === undefined ? {} : { target }),
    ...(nat === undefined ? {} : { nat: Number(nat) }),
  };
}

/** `\x00` is a character by its number, `\x41{5000}` that character so many times. */
function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})(?:\{(\d+)\})?/g, (_, code: string, count = '1') =>
    String.fromCharCode(Number.parseInt(code, 16)).repeat(Number(count)),
  );
}

/** The texts, without expectations, after the fix that an editor would apply first: in the first file with one, the preferred one, else the first. */
export function filesAfterFix(marked: Texts, rule: Rule, options: SnapshotOptions): Texts {
  const texts = Object.fromEntries(Object.entries(marked).map(([path, text]) => [path, fixture(text).text]));
  for (const [path, text] of Object.entries(texts)) {
    const { [path]: own, ...files } = texts;
    const fix = firstFix(rule, text, { ...options, path, ...(Object.keys(files).length > 0 ? { files } : {}) });
    if (fix === undefined) continue;
    return Object.fromEntries(
      Object.entries(texts).map(([file, before]) => [
        file,
        applyEdits(
          before,
          fix.edits.filter(({ uri = uriOfPath(path) }) => uri === uriOfPath(file)),
        ),
      ]),
    );
  }
  throw new Error('the example above has no fix');
}

function firstFix(rule: Rule, text: string, options: SnapshotOptions): Fix | undefined {
  const fixes = findingsOf(snapshotFrom(text, options), [rule]).flatMap((finding) => finding.fixes ?? []);
  return fixes.find((one) => one.preferred) ?? fixes[0];
}
