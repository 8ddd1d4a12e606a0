// Hover on comments that speak to us: what `# sshd-config: target=...`, `nat-timeout=` and `ignore[...]` do to the file.
import type { MarkupContent } from 'vscode-languageserver-types';
import { durationInWords } from '../base/duration';
import { type TextRange, touches } from '../base/text-range';
import { targetNamed } from '../catalog/targets';
import { controlComments } from '../model/control-comments';
import type { Snapshot } from '../model/snapshot';
import { ruleNamed } from '../rules/registry';
import { type Reach, suppressionsIn } from '../rules/suppressions';
import { sentence } from './hover-directive';
import { card, code } from './markdown';

/** The card of what stands at an offset of such a comment, and the text it is about. */
export function controlCard(
  snapshot: Snapshot,
  offset: number,
): { readonly contents: MarkupContent; readonly range: TextRange } | undefined {
  const { target, natTimeoutComment: nat } = controlComments(snapshot.tree.text);
  if (target !== undefined && touches(target, offset)) return { contents: targetCard(target.value), range: target };
  if (nat !== undefined && touches(nat, offset)) return { contents: natCard(nat.value), range: nat };
  for (const { ids, reach, reason } of suppressionsIn(snapshot)) {
    const id = ids.find((one) => touches(one, offset));
    if (id !== undefined) return { contents: silencedCard(id.id, reach, reason), range: id };
  }
  return undefined;
}

function targetCard(value: string): MarkupContent {
  const target = targetNamed(value);
  return card({
    head: `**Target** ${code(value)}`,
    lead:
      target === undefined
        ? 'No target of this name is known; the comment does nothing.'
        : `This file is judged for ${target.label}.`,
    facts:
      target === undefined ? [] : ['Goes before the setting `sshdConfig.target` and what the system says of itself'],
  });
}

function natCard(seconds: number): MarkupContent {
  return card({
    head: `**NAT timeout** ${Number.isNaN(seconds) ? '' : `${code(String(seconds))} = ${durationInWords(seconds)}`}`.trim(),
    lead: Number.isNaN(seconds)
      ? 'This is no number of seconds; the comment does nothing.'
      : 'After so long without a packet the path to the clients forgets a connection.',
    facts: Number.isNaN(seconds) ? [] : ['Keepalive advice, hovers and the keepalive panel reckon with it'],
  });
}

const REACHES: Readonly<Record<Reach, string>> = {
  line: 'for this line, or the next directive',
  block: 'in this Match block, or in the global section',
  file: 'in this file',
};

function silencedCard(id: string, reach: Reach, reason: string | undefined): MarkupContent {
  const rule = ruleNamed(id);
  return card({
    head: `**Rule** ${code(id)}`,
    lead: rule === undefined ? 'There is no rule of this name.' : sentence(rule.summary),
    facts:
      rule === undefined
        ? []
        : [
            `Silenced ${REACHES[reach]}${reason === undefined ? '' : `: ${reason}`}`,
            'What sshd refuses is reported all the same',
          ],
  });
}
