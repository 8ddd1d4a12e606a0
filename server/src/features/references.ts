// All lines of a keyword in all files that sshd reads; its aliases count. From an Include, all Include lines; from a Match line, all Match lines.
import type { Location, Position } from 'vscode-languageserver-types';
import { settingIn } from '../model/deciding-lines';
import type { FeatureDocument } from './document';
import { keywordLocations } from './places';
import { subjectAt } from './subject';

/** The lines; without the declaration, those that do not decide. */
export function references(document: FeatureDocument, position: Position, includeDeclaration: boolean): Location[] {
  const { configuration } = document.snapshot;
  const subject = subjectAt(document, position);
  if (subject === undefined) return [];
  if (subject.kind !== 'keyword') {
    const lines = configuration.directives.filter(({ placed }) => placed.directive?.argument.name === subject.kind);
    return keywordLocations(document, lines);
  }
  const { slot } = subject.known;
  const by = includeDeclaration ? undefined : settingIn(configuration, slot, subject.block).by;
  return keywordLocations(
    document,
    configuration.settersOf(slot).filter((line) => line !== by),
  );
}
