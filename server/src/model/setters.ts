// Lines by the keyword they set, indexed when somebody first asks. Which lines there are, the models know.
import type { Keyword } from '../catalog/directives';

/** Looks lines up by what they set; aliases count for their target. */
export interface Setters<Line> {
  /** In the order of the lines. */
  readonly settersOf: (keyword: Keyword) => readonly Line[];
  /** The keywords that lines set, each once, in the order of their first lines. */
  readonly slots: () => readonly Keyword[];
}

/** An index of `lines`; `slotOf` is what a line sets; undefined: nothing that is known. */
export function setters<Line>(lines: readonly Line[], slotOf: (line: Line) => Keyword | undefined): Setters<Line> {
  let made: Map<Keyword, Line[]> | undefined;
  const index = () => {
    made ??= indexed(lines, slotOf);
    return made;
  };
  return { settersOf: (keyword) => index().get(keyword) ?? [], slots: () => [...index().keys()] };
}

function indexed<Line>(lines: readonly Line[], slotOf: (line: Line) => Keyword | undefined): Map<Keyword, Line[]> {
  const index = new Map<Keyword, Line[]>();
  for (const line of lines) {
    const slot = slotOf(line);
    if (slot === undefined) continue;
    const list = index.get(slot);
    if (list === undefined) index.set(slot, [line]);
    else list.push(line);
  }
  return index;
}
