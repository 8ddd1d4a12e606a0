// Which keywords a line may begin with: known to the target, allowed in the section, those that would do something first.
import { syntaxAt } from '../catalog/arguments/argument-kind';
import type { KnownDirective } from '../catalog/catalog';
import type { Target } from '../catalog/targets';
import type { Snapshot } from '../model/snapshot';
import type { Offer } from './completion-item';
import { namesFor } from './completion-names';
import type { TypedKeyword } from './completion-place';
import { writableDefault } from './default-word';

/** The keywords to offer, current ones that are not used yet in this section first, obsolete ones last. */
export function keywordOffers(snapshot: Snapshot, place: TypedKeyword): readonly Offer[] {
  const { block } = place;
  const globalOnlyRefused = block !== undefined && !block.criteria.activeWhenRead;
  const used = usedSlots(snapshot, place);
  return snapshot.catalog.directives
    .filter(({ scope }) => scope === 'all' || !globalOnlyRefused)
    .map((directive) => ({
      label: directive.keyword,
      kind: 'keyword' as const,
      keyword: directive.keyword,
      replace: place.replace,
      newText: place.separated ? directive.keyword : `${directive.keyword} `,
      goesOn: !place.separated && offersMore(snapshot, directive),
      ...standing(directive, used, snapshot.catalog.target),
    }));
}

// Where nothing can be offered, the editor would say just that.
function offersMore(snapshot: Snapshot, directive: KnownDirective): boolean {
  const { argument, status } = directive;
  if (status !== 'supported') return false;
  if (argument.name === 'match' || argument.pathAt !== undefined || namesFor(snapshot, directive)) return true;
  const { target } = snapshot.catalog;
  return writableDefault(directive, target) !== undefined || (argument.choices?.(target) ?? []).length > 0;
}

/** How a keyword stands to its newer name at the target, in a few words; undefined for current ones. */
export function outdatedNote({ status, keyword, slot }: KnownDirective): string | undefined {
  if (status === 'deprecated') return 'obsolete: sshd logs a message and goes on';
  if (status === 'ignored') return 'obsolete: sshd ignores it';
  if (status === 'unsupported') return 'not supported by this build: sshd logs a message and goes on';
  return slot === keyword ? undefined : `old name of ${slot}`;
}

function standing(
  directive: KnownDirective,
  used: ReadonlySet<string>,
  target: Target,
): Pick<Offer, 'rank' | 'detail' | 'deprecated'> {
  const note = outdatedNote(directive);
  if (note !== undefined) return { rank: 2, detail: note, deprecated: true };
  const spent = used.has(directive.slot) && !mayRepeat(directive);
  return { rank: spent ? 1 : 0, detail: spent ? 'already set here' : syntaxAt(directive.argument, target) };
}

function mayRepeat({ repeats }: KnownDirective): boolean {
  return repeats === 'append' || repeats === 'every' || repeats === 'first-by-name';
}

function usedSlots({ model }: Snapshot, { block, lineIndex }: TypedKeyword): ReadonlySet<string> {
  const section = block === undefined ? model.directives.filter((one) => one.block === undefined) : block.directives;
  return new Set(section.filter((one) => one.lineIndex !== lineIndex).flatMap((one) => one.directive?.slot ?? []));
}
