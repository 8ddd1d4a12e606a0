// A quote that never closes, up to 8.6: in a list sshd drops the word, and all behind it, without a message.
import { isAccepted } from '../accepted-lines';
import { defineRule } from '../rule';

export const unclosedQuoteDropsWords = defineRule({
  id: 'unclosed-quote-drops-words',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A quote that never closes in a list, of which sshd before OpenSSH 8.7 silently drops the rest.',
  references: ['https://www.openssh.com/txt/release-8.7', 'misc.c: strdelim()'],
  *checkLine(placed, snapshot) {
    const { line, directive } = placed;
    if (line.unclosedQuote === undefined || snapshot.catalog.since('8.7p1')) return;
    // A `#` in the quotes is hash-cuts-value's business.
    if (line.comment !== undefined && line.text.includes('"', line.comment.start)) return;
    // The rest of the line is the value there, quotes and all.
    if (directive?.argument.name === 'rest-of-line' || !isAccepted(placed, snapshot)) return;
    yield {
      range: line.unclosedQuote,
      message: `The quote never closes, so sshd drops everything from it on without a message${line.words.length === 0 ? ', and the list is empty' : ''}. Close the quote.`,
    };
  },
});
