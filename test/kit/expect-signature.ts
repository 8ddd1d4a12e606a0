// The signature shown at the `<|>` of a text: its label, the active part in `»«`, and what is said of that part.
import { signatureHelp } from '../../server/src/features/signature-help';
import { documentAtCursor } from './feature-document';
import type { SnapshotOptions } from './snapshot';

export function signatureAt(
  marked: string,
  options: SnapshotOptions = {},
): { readonly label: string; readonly says: string } | undefined {
  const { document, position } = documentAtCursor(marked, options);
  const help = signatureHelp(document, position);
  const signature = help?.signatures[help.activeSignature ?? 0];
  if (signature === undefined) return undefined;
  const part = signature.parameters?.[help?.activeParameter ?? -1];
  if (part === undefined || typeof part.label === 'string') throw new Error('no active part');
  const [start, end] = part.label;
  const { label } = signature;
  const says = typeof part.documentation === 'object' ? part.documentation.value : '';
  return { label: `${label.slice(0, start)}»${label.slice(start, end)}«${label.slice(end)}`, says };
}
