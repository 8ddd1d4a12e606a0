// Lines of any file of a configuration as places that a view can link to.
import { fileName } from '../base/file-name';
import type { DirectiveInFile } from '../model/configuration';
import { editorLocation, type FeatureDocument } from './document';
import type { ViewPlace } from './view-data';

/** The place of a directive. */
export function viewPlace(document: FeatureDocument, { reading, placed }: DirectiveInFile): ViewPlace {
  const { file, tree } = reading;
  const { line, lineIndex } = placed;
  const start = (tree.starts[lineIndex] ?? 0) + line.keyword.start;
  const location = editorLocation(document, { start, end: start }, file.uri);
  const position = location?.range.start ?? { line: lineIndex, character: line.keyword.start };
  return {
    uri: file.uri,
    position,
    label: `${fileName(file.path)}:${position.line + 1}`,
    text: line.text.slice(line.keyword.start, Math.max(line.keyword.end, line.rest.end)).trim(),
  };
}
