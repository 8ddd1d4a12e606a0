// From bytes to the line sshd sees: where lines end, what a NUL byte cuts off, what is trimmed. Knows nothing of words.
import type { Dialect } from './tree';

/** One line as sshd counts it. `view` is what its parser sees; `offsets[i]` is where view[i] stands in the text (absent: the same place). */
export interface SshdLine {
  readonly text: string;
  readonly height: number;
  readonly view: string;
  readonly offsets?: readonly number[];
}

/** The line that starts at `start`. A NUL cuts off the rest of its line, the LF too, so that the next one is glued on (getline() and strlen() in load_server_config()). */
export function sshdLineAt(text: string, start: number, dialect: Dialect): SshdLine {
  const end = lineEnd(text, start);
  const whole = text.slice(start, end);
  if (!cutByNul(whole, dialect)) return { text: whole, height: 1, view: trimmed(visible(whole, dialect), dialect) };
  return gluedLine(text, start, dialect);
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed < 0 ? text.length : feed + 1;
}

// Up to 8.6 a `#` is cut, and the line end put back, before the NUL can swallow it.
function cutByNul(line: string, dialect: Dialect): boolean {
  const nul = line.indexOf('\0');
  if (nul < 0) return false;
  const hash = dialect === 'argv-split' ? -1 : line.indexOf('#');
  return hash < 0 || nul < hash;
}

function visible(line: string, dialect: Dialect): string {
  const hash = dialect === 'argv-split' ? -1 : line.indexOf('#');
  return hash < 0 ? line : line.slice(0, hash);
}

// sshd drops the blanks in front first, and never looks at the first character left: a form feed alone stays, and is a keyword.
function trimmed(view: string, dialect: Dialect): string {
  const dropped = dialect === 'strdelim-untrimmed' ? ' \t\r\n' : ' \t\r\n\f';
  const first = /^[ \t\r]*/.exec(view)?.[0].length ?? 0;
  let end = view.length;
  while (end > first + 1 && dropped.includes(view[end - 1] ?? '')) end--;
  return view.slice(0, end);
}

function gluedLine(text: string, start: number, dialect: Dialect): SshdLine {
  const offsets: number[] = [];
  let view = '';
  let height = 0;
  let at = start;
  let glue = true;
  while (glue && at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    glue = cutByNul(line, dialect);
    const lead = /^[ \t\r]*/.exec(line)?.[0].length ?? 0;
    const seen = glue ? line.slice(0, line.indexOf('\0')) : visible(line, dialect);
    for (let i = lead; i < seen.length; i++) offsets.push(at - start + i);
    view += seen.slice(lead);
    height++;
    at = end;
  }
  return { text: text.slice(start, at), height, view: trimmed(view, dialect), offsets };
}
