// The edit that puts `# sshd-config: target=ID` on top of a text, changes it or takes it away. Applies nothing.

/** A change of one stretch of text, in offsets. */
export interface CommentEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const COMMENT = /^([ \t]*#[ \t]*sshd-config:)([^\r\n]*?)((?<![ \t])[ \t]*\btarget=)(\S+)([^\r\n]*)(\r\n|\n|$)/m;

/** The edit that makes the text name `target` (undefined: name none); undefined when it already does. */
export function targetCommentEdit(text: string, target: string | undefined, lineEnd: string): CommentEdit | undefined {
  const found = COMMENT.exec(text);
  if (found === null)
    return target === undefined
      ? undefined
      : { start: 0, end: 0, newText: `# sshd-config: target=${target}${lineEnd}` };
  const [whole, mark = '', before = '', name = '', value = '', after = ''] = found;
  if (value === target) return undefined;
  const nameStart = found.index + mark.length + before.length;
  const valueEnd = nameStart + name.length + value.length;
  if (target !== undefined) return { start: nameStart + name.length, end: valueEnd, newText: target };
  const alone = before.trim() === '' && after.trim() === '';
  return alone
    ? { start: found.index, end: found.index + whole.length, newText: '' }
    : { start: nameStart, end: valueEnd, newText: '' };
}
