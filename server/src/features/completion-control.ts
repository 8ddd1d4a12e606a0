// Comments that speak to us: `# sshd-config: target=...`, `nat-timeout=`, `ignore[rule]`. Offered once one is begun, for most comments are prose.
import { NAT_TIMEOUTS } from '../catalog/nat-timeouts';
import { TARGETS } from '../catalog/targets';
import type { Snapshot } from '../model/snapshot';
import { RULES } from '../rules/registry';
import type { Offer } from './completion-item';

const NAME = 'sshd-config:';

const FORMS: readonly (readonly [text: string, detail: string])[] = [
  ['target=', 'the sshd this file is for'],
  ['nat-timeout=', 'seconds after which the path forgets an idle connection'],
  ['ignore[', 'rules that say nothing about the next line'],
  ['ignore-block[', 'rules that say nothing in this section or Match block'],
  ['ignore-file[', 'rules that say nothing in this file'],
];

/** The offers in a comment that begins as a control comment does. */
export function controlOffers({ tree }: Snapshot, offset: number): readonly Offer[] {
  const line = tree.text.slice(tree.text.lastIndexOf('\n', offset - 1) + 1, offset);
  const comment = /^[ \t]*#+[ \t]*(\S.*)$/.exec(line)?.[1];
  if (comment === undefined) return [];
  const items = valuesAt(comment) ?? formsAt(comment);
  if (items === undefined) return [];
  const replace = { start: offset - items.typed.length, end: offset };
  return items.choices.map(([label, detail], order) => ({
    label,
    detail,
    kind: 'name',
    keyword: '',
    replace,
    order,
    ...(/[=[]$/.test(label) ? { goesOn: true } : {}),
  }));
}

interface Items {
  readonly typed: string;
  readonly choices: readonly (readonly [label: string, detail: string])[];
}

function formsAt(comment: string): Items | undefined {
  const started = comment.length > 1 && NAME.startsWith(comment.toLowerCase());
  if (started) return { typed: comment, choices: FORMS.map(([text, detail]) => [`${NAME} ${text}`, detail] as const) };
  const typed = /^sshd-config:[ \t]*(?:\S+[ \t]+)?([\w-]*)$/.exec(comment)?.[1];
  return typed === undefined ? undefined : { typed, choices: FORMS };
}

function valuesAt(comment: string): Items | undefined {
  if (!comment.startsWith(NAME)) return undefined;
  const [, name, value = ''] = /(target|nat-timeout)=(\S*)$/.exec(comment) ?? [];
  if (name === 'target') return { typed: value, choices: TARGETS.map(({ id, label }) => [id, label] as const) };
  if (name === 'nat-timeout') return { typed: value, choices: timeouts() };
  const id = /\bignore(?:-block|-file)?[ \t]*\[(?:[^\]]*[\s,])?([\w-]*)$/.exec(comment)?.[1];
  return id === undefined ? undefined : { typed: id, choices: RULES.map((rule) => [rule.id, rule.summary] as const) };
}

// The names of all that forget at the same time, once.
function timeouts(): Items['choices'] {
  const names = new Map<number, string[]>();
  for (const { seconds, name } of NAT_TIMEOUTS) names.set(seconds, [...(names.get(seconds) ?? []), name]);
  return [...names].sort(([a], [b]) => a - b).map(([seconds, all]) => [String(seconds), all.join(', ')] as const);
}
