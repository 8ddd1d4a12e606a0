// The examples of a rule's page. A fence without `file=` is the main file and begins an example; `file=PATH` fences below it are the files around it.
// `after-fix` is the file after the rule's first fix. Beside target=ID, nat=SECONDS, policy=NAME and upgrade=TARGET a main file may say
// ran=ID,ID (rules that run too, unheard), bom (it starts with a byte order mark), and, where it is this machine's own file,
// absent=PATH,PATH (named and not there) and mode=PATH:OWNER:0644,... (who owns a file, and may read and write it);
// any fence may say escapes (see unescaped()), one with file= also failure=REASON (it cannot be read).
import { policyNamed } from '../../server/src/catalog/policies';
import type { RuleSettings } from '../../server/src/model/rule-settings';
import type { ReadFailure } from '../../server/src/model/source-set';
import { ruleNamed } from '../../server/src/rules/registry';
import type { Fix, Rule } from '../../server/src/rules/rule';
import { applyEdits } from './apply-edits';
import { findingsOf } from './expect-findings';
import { withoutExpectations } from './fixtures-in-files';
import { type FileContent, MAIN_PATH, type SnapshotOptions, snapshotFrom, targetOf, uriOfPath } from './snapshot';

/** Texts by path, with their expectations; or why there is none. */
type Texts = Readonly<Record<string, FileContent>>;

export interface PageExample {
  readonly files: Texts;
  readonly options: SnapshotOptions;
  /** Rules that run too, for a rule about what others find. */
  readonly beside: readonly Rule[];
  /** The files as they shall be after the fix; empty where the page does not show them. */
  readonly afterFix: Texts;
}

export function examplesIn(page: string): readonly PageExample[] {
  const found: (PageExample & { files: Record<string, FileContent>; afterFix: Record<string, FileContent> })[] = [];
  for (const [, info = '', body = ''] of page.matchAll(/^```sshd_config([^\n]*)\n(.*?)^```$/gms)) {
    const failure = /\bfailure=(\S+)/.exec(info)?.[1] as ReadFailure | undefined;
    const text = /\bescapes\b/.test(info) ? unescaped(body) : body;
    const path = /\bfile=(\S+)/.exec(info)?.[1];
    const isAfterFix = /\bafter-fix\b/.test(info);
    if (path === undefined && !isAfterFix) {
      found.push({ files: { [MAIN_PATH]: text }, options: optionsIn(info), beside: besideIn(info), afterFix: {} });
      continue;
    }
    const example = found.at(-1);
    if (example === undefined) throw new Error(`no main file above: ${info}`);
    (isAfterFix ? example.afterFix : example.files)[path ?? MAIN_PATH] = failure === undefined ? text : { failure };
  }
  return found;
}

function optionsIn(info: string): SnapshotOptions {
  const target = /target=(\S+)/.exec(info)?.[1];
  const nat = /nat=(\d+)/.exec(info)?.[1];
  const ruleSettings = ruleSettingsIn(info);
  return {
    ruleSettings,
    byteOrderMark: /\bbom\b/.test(info),
    ...(target === undefined ? {} : { target }),
    ...(nat === undefined ? {} : { nat: Number(nat) }),
    ...machineIn(info),
  };
}

function machineIn(info: string): Pick<SnapshotOptions, 'machine'> {
  const listed = (name: string) =>
    (new RegExp(`\\b${name}=(\\S+)`).exec(info)?.[1] ?? '').split(',').filter((one) => one !== '');
  const [absent, modes] = [listed('absent'), listed('mode')];
  if (absent.length + modes.length === 0) return {};
  const permissions = modes.map((one): [string, { owner: number; mode: number }] => {
    const [path = '', owner, mode = ''] = one.split(':');
    return [path, { owner: Number(owner), mode: Number.parseInt(mode, 8) }];
  });
  return { machine: { absent: new Set(absent), permissions: new Map(permissions) } };
}

function ruleSettingsIn(info: string): Partial<RuleSettings> {
  const name = /policy=(\S+)/.exec(info)?.[1];
  const upgrade = /upgrade=(\S+)/.exec(info)?.[1];
  const policy = name === undefined ? undefined : policyNamed(name);
  if (policy === undefined && name !== undefined) throw new Error(`no such policy: ${name}`);
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(upgrade === undefined ? {} : { upgradeTo: targetOf(upgrade) }),
  };
}

function besideIn(info: string): readonly Rule[] {
  const ids = (/ran=(\S+)/.exec(info)?.[1] ?? '').split(',').filter((id) => id !== '');
  return ids.map((id) => {
    const rule = ruleNamed(id);
    if (rule === undefined) throw new Error(`no such rule: ${id}`);
    return rule;
  });
}

/** `\x00` is a character by its number, `\x41{5000}` that character so many times. */
function unescaped(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})(?:\{(\d+)\})?/g, (_, code: string, count = '1') =>
    String.fromCharCode(Number.parseInt(code, 16)).repeat(Number(count)),
  );
}

interface FixOptions extends SnapshotOptions {
  readonly beside?: readonly Rule[];
}

/** The texts, without expectations, after the fix that an editor would apply first: in the first file with one, the preferred one, else the first. */
export function filesAfterFix(marked: Texts, rule: Rule, options: FixOptions): Texts {
  const texts = withoutExpectations(marked);
  for (const [path, text] of Object.entries(texts)) {
    if (typeof text !== 'string') continue;
    const { [path]: own, ...files } = texts;
    const fix = firstFix(rule, text, { ...options, path, ...(Object.keys(files).length > 0 ? { files } : {}) });
    if (fix === undefined) continue;
    return Object.fromEntries(
      Object.entries(texts).map(([file, before]) => [
        file,
        typeof before === 'string'
          ? applyEdits(
              before,
              fix.edits.filter(({ uri = uriOfPath(path) }) => uri === uriOfPath(file)),
            )
          : before,
      ]),
    );
  }
  throw new Error('the example above has no fix');
}

function firstFix(rule: Rule, text: string, { beside = [], ...options }: FixOptions): Fix | undefined {
  const found = findingsOf(snapshotFrom(text, options), [rule, ...beside]);
  const fixes = found.flatMap((finding) => (finding.rule === rule.id ? (finding.fixes ?? []) : []));
  return fixes.find((one) => one.preferred) ?? fixes[0];
}
