// Go to definition: from a keyword to the line that decides it, in any file; from an Include to the files it finds.
import type { Location, Position } from 'vscode-languageserver-types';
import { settingIn } from '../model/deciding-lines';
import type { FeatureDocument } from './document';
import { keywordLocations } from './places';
import { subjectAt } from './subject';

/** Where the meaning of what stands at a position is decided; empty: nowhere, the default holds. */
export function definition(document: FeatureDocument, position: Position): Location[] {
  const subject = subjectAt(document, position);
  if (subject?.kind === 'keyword') {
    const { by, acting } = settingIn(document.snapshot.configuration, subject.known.slot, subject.block);
    return keywordLocations(document, by === undefined ? acting : [by]);
  }
  if (subject?.kind !== 'include') return [];
  const start = { line: 0, character: 0 };
  const uris = subject.patterns.flatMap(({ files = [] }) =>
    files.filter((file) => file.kind === 'read').map(({ uri }) => uri),
  );
  return [...new Set(uris)].map((uri) => ({ uri, range: { start, end: start } }));
}
