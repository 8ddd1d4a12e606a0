// A text after formatting.
import type { Range } from 'vscode-languageserver-types';
import { type EditorLayout, formatting } from '../../server/src/features/formatting';
import { DEFAULT_FORMAT_SETTINGS, type FormatSettings } from '../../server/src/model/format-settings';
import { applyEdits } from './apply-edits';
import { featureDocument } from './feature-document';
import type { SnapshotOptions } from './snapshot';

export interface FormatOptions extends SnapshotOptions {
  readonly format?: Partial<FormatSettings>;
  readonly layout?: Partial<EditorLayout>;
  readonly range?: Range;
}

const LAYOUT: EditorLayout = { tabSize: 4, insertSpaces: true };

/** The text as the editor has it after the edits. */
export function formatted(text: string, { format, layout, range, ...options }: FormatOptions = {}): string {
  const made = featureDocument(text, options);
  const settings = { ...made.snapshot.settings, format: { ...DEFAULT_FORMAT_SETTINGS, ...format } };
  const document = { ...made, snapshot: { ...made.snapshot, settings } };
  const edits = formatting(document, { ...LAYOUT, ...layout }, range);
  return applyEdits(
    text,
    edits.map((edit) => ({
      start: document.offsetAt(edit.range.start),
      end: document.offsetAt(edit.range.end),
      newText: edit.newText,
    })),
  );
}
