// What sshd and we say of a configuration of several files: accepted, or the first refused line and its file.

import type { Configuration, DirectiveInFile } from '../../server/src/model/configuration';
import type { Snapshot } from '../../server/src/model/snapshot';
import { check } from '../../server/src/service';
import { lineIndexAt } from '../../server/src/syntax/tree';
import { MAIN_PATH, snapshotFrom, uriOfPath } from '../kit/snapshot';
import type { Tested } from './installed-sshd';
import { type Files, MAIN } from './random-config';
import { JUDGES } from './verdicts';

/** `accepts`, `refuses FILE:LINE`, or `refuses` where no line is named. */
export type Said = string;

const FOLDER = '/etc/ssh';

/** The first refusal among sshd's messages; warnings left out. */
export function saidBySshd({ accepted, messages }: Tested): Said {
  if (accepted) return 'accepts';
  for (const message of messages) {
    if (/(Deprecated|Unsupported) option/.test(message)) continue;
    const [, name, line] = /^\{dir\}\/(\S+?):? line (\d+)/.exec(message) ?? [];
    if (name !== undefined) return `refuses ${name}:${line}`;
  }
  return 'refuses';
}

/** What we say. */
export interface OurVerdict {
  readonly said: Said;
  /** The rules that report errors. */
  readonly rules: readonly string[];
  /** Every refused line, as `refuses FILE:LINE`. */
  readonly all: readonly Said[];
  /** Whether sshd reads a file more than once. */
  readonly again: boolean;
}

/** Our first error in the order sshd reads the lines. */
export function saidByUs(files: Files, target: string): OurVerdict {
  const byPath = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text.replaceAll('{dir}', FOLDER)]),
  );
  const { configuration } = snapshotFrom(byPath[MAIN_PATH] ?? '', { target, files: byPath });
  const refused = new Map<string, ReadonlyMap<number, number>>();
  const rules: string[] = [];
  for (const [path, text] of Object.entries(byPath)) {
    // A file that sshd does not read is judged alone.
    if (!configuration.readings.some(({ file }) => file.path === path)) continue;
    const found = refusedLines(snapshotFrom(text, { target, path, files: byPath }));
    rules.push(...found.rules);
    refused.set(uriOfPath(path), found.lines);
  }
  const first = firstRefused(configuration, refused);
  const all = configuration.directives.filter(
    ({ reading, placed }) => refused.get(reading.file.uri)?.has(placed.lineIndex) === true,
  );
  const again = new Set(configuration.readings.map(({ file }) => file.uri)).size < configuration.readings.length;
  const said = first === undefined ? (rules.length === 0 ? 'accepts' : 'refuses') : placeOf(first);
  return { said, rules, all: all.map(placeOf), again };
}

function placeOf({ reading, placed }: DirectiveInFile): Said {
  return `refuses ${reading.file.path.slice(FOLDER.length + 1)}:${placed.lineIndex + 1}`;
}

// The lines with errors, each with where in the line the first of them stands.
function refusedLines(snapshot: Snapshot): {
  readonly lines: ReadonlyMap<number, number>;
  readonly rules: readonly string[];
} {
  const failed = (rule: string, error: unknown) => {
    throw new Error(`${rule} threw`, { cause: error });
  };
  // What an included file is refused for, stands in that file.
  const errors = check(snapshot, failed, JUDGES).filter(({ severity }) => severity === 'error');
  const lines = new Map<number, number>();
  for (const { afterReading, range, rule } of errors) {
    if (rule === 'included-file-refused') continue;
    const line = lineIndexAt(snapshot.tree, range.start);
    if (!afterReading && !lines.has(line)) lines.set(line, range.start - (snapshot.tree.starts[line] ?? 0));
  }
  return { lines, rules: errors.map(({ rule }) => rule) };
}

// What stands in front of the fault on an Include line, sshd reads before it comes to the fault.
function firstRefused(
  { directives }: Configuration,
  refused: ReadonlyMap<string, ReadonlyMap<number, number>>,
): DirectiveInFile | undefined {
  const late: DirectiveInFile[] = [];
  for (const one of directives) {
    const waiting = late.findLast(({ reading }) => reading.depth >= one.reading.depth);
    if (waiting !== undefined) return waiting;
    const { line, lineIndex, directive } = one.placed;
    const at = refused.get(one.reading.file.uri)?.get(lineIndex);
    if (at === undefined) continue;
    if (directive?.argument.name !== 'include' || at <= (line.words[0]?.start ?? at)) return one;
    late.push(one);
  }
  return late.at(-1);
}

/** Whether the two agree. Where sshd names no line, ours may name one. What is wrong only where a file is read again, we show where it stands, or at the Include that reads it. */
export function sayTheSame(sshd: Said, { said, all, again }: OurVerdict): boolean {
  if (sshd === said || (again && (said === 'refuses' || all.includes(sshd)))) return true;
  return sshd === 'refuses' && said.startsWith('refuses');
}

/** The same configuration made as small as it can be while `holds`: files, lines, then characters are left out. */
export function smallest(files: Files, holds: (files: Files) => boolean): Files {
  let best = files;
  for (const name of Object.keys(files)) {
    if (name === MAIN) continue;
    const { [name]: _, ...others } = best;
    if (holds(others)) best = others;
  }
  for (const split of [/(?<=\n)/, '']) {
    for (const name of Object.keys(best)) {
      const parts = (best[name] ?? '').split(split);
      for (let at = parts.length - 1; at >= 0; at--) {
        const fewer = { ...best, [name]: parts.toSpliced(at, 1).join('') };
        if (!holds(fewer)) continue;
        best = fewer;
        parts.splice(at, 1);
      }
    }
  }
  return best;
}
