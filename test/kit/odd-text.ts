// The characters that lexers trip over. Property tests and the fuzzer mix them with words of their own.

/** Ends of lines, quotes, escapes, separators, blanks of each kind, and what is not ASCII. The end of a line is there twice: files have many. */
export const ODD_CHARACTERS: readonly string[] = [
  ...['\n', '\n', '\r\n', '\r', '\0', '\0\n', '\uFEFF', '"', "'", '\\', '\\"', '=', '#', ','],
  ...[' ', '\t', '\f', '\v', '\u00A0', 'é', '\u{1F511}', '\uD800'],
];
