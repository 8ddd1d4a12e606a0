// One part of a glob(3) pattern as a regular expression. No escapes: callers keep patterns with backslashes away.

/** Whether the part has characters that stand for others. */
export function isGlob(part: string): boolean {
  return /[*?[]/.test(part);
}

/** Matches the names the part stands for; a leading dot must be written. */
export function globExpression(part: string): RegExp {
  const body = part.replace(
    /\[([!^]?)(\]?[^\]]*)\]|[\s\S]/g,
    (all, not: string | undefined, set: string | undefined) => {
      if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\\]^[]/g, '\\$&')}]`;
      if (all === '*') return '.*';
      return all === '?' ? '.' : all.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    },
  );
  const source = `^${/^[*?[]/.test(part) ? '(?!\\.)' : ''}${body}$`;
  try {
    return new RegExp(source, 's');
  } catch {
    // A set such as [z-a], which glob(3) matches with nothing.
    return /^(?!)/;
  }
}
