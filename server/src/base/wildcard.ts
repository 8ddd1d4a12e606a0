// Glob patterns as OpenSSH's match.c reads them: `*` and `?` only, no brackets, no braces.

/** match_pattern() of match.c: whether the whole of `text` fits `pattern`. */
export function matchesPattern(text: string, pattern: string): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** match_pattern_list() of match.c: a comma list; a matching `!pattern` decides against, whatever else matches. */
export function matchesPatternList(text: string, list: string, ignoreCase = false): boolean {
  const subject = ignoreCase ? text.toLowerCase() : text;
  let positive = false;
  for (const element of (ignoreCase ? list.toLowerCase() : list).split(',')) {
    const negated = element.startsWith('!');
    if (!matchesPattern(subject, negated ? element.slice(1) : element)) continue;
    if (negated) return false;
    positive = true;
  }
  return positive;
}
