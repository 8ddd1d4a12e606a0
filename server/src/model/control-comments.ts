// Comments that speak to us: `# sshd-config: target=debian-12`, `# sshd-config: nat-timeout=350`. sshd skips them like any comment.
import type { TextRange } from '../base/text-range';

/** A value and where it stands in the file. */
export interface Control<T> extends TextRange {
  readonly value: T;
}

export interface ControlComments {
  /** As written; whether it names a target is for the catalogue to say. */
  readonly target?: Control<string>;
  /** Seconds; NaN when what is written is no positive number. */
  readonly natTimeoutComment?: Control<number>;
  /** Seconds, when the comment is well formed. */
  readonly natTimeout?: number;
}

const MARK = 'sshd-config:';
const NONE: ControlComments = {};

/** Reads the control comments; the first of each kind counts. */
export function controlComments(text: string): ControlComments {
  if (!text.includes(MARK)) return NONE;
  let target: Control<string> | undefined;
  let nat: Control<number> | undefined;
  for (const comment of text.matchAll(/^[ \t]*#[ \t]*sshd-config:([^\r\n]*)/gm)) {
    const start = comment.index + comment[0].length - (comment[1] ?? '').length;
    for (const pair of (comment[1] ?? '').matchAll(/(target|nat-timeout)=(\S+)/g)) {
      const value = pair[2] ?? '';
      const range = {
        start: start + pair.index + pair[0].length - value.length,
        end: start + pair.index + pair[0].length,
      };
      if (pair[1] === 'target') target ??= { value, ...range };
      else nat ??= { value: /^\d+$/.test(value) && Number(value) > 0 ? Number(value) : Number.NaN, ...range };
    }
  }
  return {
    ...(target ? { target } : {}),
    ...(nat ? { natTimeoutComment: nat } : {}),
    ...(nat && !Number.isNaN(nat.value) ? { natTimeout: nat.value } : {}),
  };
}
