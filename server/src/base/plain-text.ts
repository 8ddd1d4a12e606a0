// Messages name code in backticks; where no Markdown is shown they become quotation marks.

/** `Write \`no\`` becomes `Write 'no'`. */
export function plainText(message: string): string {
  return message.replace(/`([^`]*)`/g, "'$1'");
}
