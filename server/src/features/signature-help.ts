// Signature help: the parts of a structured argument, the one at the cursor marked.
import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import { ownValue } from '../base/own-value';
import { type ArgumentSignature, SIGNATURES } from '../catalog/arguments/signatures';
import { completionPlace, type TypedArgument } from './completion-place';
import type { FeatureDocument } from './document';
import { sentence } from './hover-directive';
import { matchParts } from './match-roles';

/** The characters after which an editor asks. */
export const SIGNATURE_TRIGGERS: readonly string[] = [' ', ':', '=', ',', '@', '/'];

/** What is to be written at a position; null where the argument has no parts. */
export function signatureHelp(document: FeatureDocument, position: Position): SignatureHelp | null {
  const place = completionPlace(document.snapshot, document.offsetAt(position));
  if (place?.kind !== 'argument' || place.directive.status !== 'supported') return null;
  const { keyword, slot, argument, entry } = place.directive;
  const signature = ownValue(SIGNATURES, slot) ?? ownValue(SIGNATURES, argument.name);
  if (signature === undefined || isBehindIt(signature, place)) return null;
  const { label, ranges } = written(keyword, signature);
  const activeParameter = activePart(signature, place);
  return {
    signatures: [
      {
        label,
        documentation: { kind: 'markdown', value: sentence(entry.summary) },
        parameters: signature.parts.map(({ text }, index) => ({
          label: ranges[index] ?? [0, 0],
          documentation: { kind: 'markdown', value: text },
        })),
        activeParameter,
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
}

// Past the last part of what is written once.
function isBehindIt({ parts, between, repeats }: ArgumentSignature, { index }: TypedArgument): boolean {
  return repeats === undefined && index >= (between === ' ' ? parts.length : 1);
}

function written(keyword: string, signature: ArgumentSignature) {
  const { parts, between, repeats, optional } = signature;
  const ranges: [number, number][] = [];
  let label = `${keyword} `;
  for (const [index, part] of parts.entries()) {
    const [before, behind] = around(signature, index);
    const start = label.length + before.length;
    ranges.push([start, start + part.label.length]);
    label += before + part.label + behind;
  }
  const more = repeats || between === ',' ? ' ...' : '';
  if (typeof optional !== 'number') return { label: label + more, ranges };
  return { label: between === ' ' || between === ',' ? `${label}${more}]` : `${label}]${more}`, ranges };
}

// What stands in front of a part and behind it. A blank stands in front of a bracket, a sign in it.
function around({ between, optional }: ArgumentSignature, index: number): readonly [before: string, behind: string] {
  if (optional === 'front') return index === 0 ? ['[', `${between}]`] : ['', ''];
  if (index === 0) return ['', ''];
  return [index !== optional ? between : between === ' ' ? ' [' : `[${between}`, ''];
}

function activePart({ parts, between, optional }: ArgumentSignature, place: TypedArgument): number {
  const { typed, index, directive } = place;
  const last = parts.length - 1;
  if (directive.argument.name === 'match') return activeOnMatchLine(place);
  if (between === ' ') return Math.min(index, last);
  // An address is full of colons; only one behind a bracket or a host is followed by a port.
  if (directive.argument.name === 'listen-address') return /^(\[.*\]|[^:[]*):[^:]*$/.test(typed) ? 1 : 0;
  if (optional === 'front' && !typed.includes(between)) return last;
  return Math.min(typed.split(between).length - 1, last);
}

function activeOnMatchLine({ before, typed, quoted }: TypedArgument): number {
  const last = matchParts(before).at(-1);
  if (last?.role === 'criterion' && last.criterion?.argument !== 'none') return 1;
  return !quoted && typed.includes('=') ? 1 : 0;
}
