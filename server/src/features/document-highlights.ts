// Highlights: the lines of the same keyword in this file, the one that decides marked, with the Match line it stands under; a Match line with what it holds for.
import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import { settingIn } from '../model/deciding-lines';
import type { PlacedDirective } from '../model/file-model';
import { rangeInFile } from '../syntax/tree';
import { editorRange, type FeatureDocument } from './document';
import { subjectAt } from './subject';

/** What belongs to the word at a position. */
export function documentHighlights(document: FeatureDocument, position: Position): DocumentHighlight[] {
  const { model, configuration, tree } = document.snapshot;
  const subject = subjectAt(document, position);
  const at = ({ lineIndex, line }: PlacedDirective, kind: DocumentHighlightKind): DocumentHighlight => ({
    range: editorRange(document, rangeInFile(tree, lineIndex, line.keyword)),
    kind,
  });
  if (subject === undefined) return [];
  if (subject.kind === 'match')
    return [subject.block.header, ...subject.block.directives].map((one) => at(one, DocumentHighlightKind.Text));
  if (subject.kind === 'include') return model.settersOf('Include').map((one) => at(one, DocumentHighlightKind.Text));
  const { slot } = subject.known;
  const by = settingIn(configuration, slot, subject.block).by?.placed;
  const header = subject.placed?.block?.header;
  return [
    ...(header === undefined ? [] : [at(header, DocumentHighlightKind.Text)]),
    ...model
      .settersOf(slot)
      .map((one) => at(one, one === by ? DocumentHighlightKind.Write : DocumentHighlightKind.Read)),
  ];
}
