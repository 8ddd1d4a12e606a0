// Lines that sshd takes, and parts of their words: what the rules about accepted but misleading lines share. No rule itself.
import type { TextRange } from '../base/text-range';
import { valueRange } from '../catalog/arguments/address-list';
import type { PlacedDirective } from '../model/file-model';
import { passes } from '../model/line-problems';
import type { Snapshot } from '../model/snapshot';
import type { DirectiveLine, Word } from '../syntax/tree';
import type { Fix } from './rule';

/** Whether the target's sshd supports the directive, reads the line's arguments and refuses none of them. */
export function isAccepted(placed: PlacedDirective, { catalog }: Snapshot): boolean {
  return !placed.unread && passes(placed, catalog.target);
}

/** Where `length` characters of a word's value stand, from `offset`; the whole word where quotes or escapes hide it. */
export function partOfWord(word: Word, offset: number, length: number): TextRange {
  const inner = valueRange(word);
  if (inner.end - inner.start !== word.value.length) return word;
  return { start: inner.start + offset, end: inner.start + offset + length };
}

/** The fix that writes another text at a range of the line. */
export function writing(range: TextRange, newText: string, title = `Write \`${newText}\``): Fix {
  return { title, safety: 'unsafe', preferred: true, edits: [{ start: range.start, end: range.end, newText }] };
}

/** The raw text behind the keyword, as the directives that take the rest of the line see it. */
export function restText({ text, rest }: DirectiveLine): string {
  return text.slice(rest.start, rest.end);
}

/** Whether the directive takes file names that sshd makes absolute itself: from its working directory, `~` being its own home. */
export function takesOwnFile({ directive }: PlacedDirective): boolean {
  const name = directive?.argument.name;
  if (name !== 'path' && name !== 'path-list') return false;
  return !['AuthorizedKeysFile', 'AuthorizedPrincipalsFile', 'ChrootDirectory'].includes(directive?.slot ?? '');
}
