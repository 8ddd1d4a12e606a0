// A character from a web page that only looks like a quote, dash or blank.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';

export const typographicCharacter = defineRule({
  id: 'typographic-character',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A character from a web page that only looks like a quote, dash or blank.',
  references: ['servconf.c knows no Unicode'],
  *checkLine(placed, snapshot) {
    if (!isAccepted(placed, snapshot)) return;
    for (const word of placed.line.words) {
      const found = /[\u2018-\u201d\u2013\u2014\u00a0\u200b]/.exec(word.value);
      if (found === null) continue;
      yield {
        range: word,
        message: `\`${found[0]}\` (U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) is part of the value for sshd: it only looks like a quote, a dash or a blank. Write the plain character.`,
      };
    }
  },
});
