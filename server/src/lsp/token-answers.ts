// Semantic tokens as the change since the last answer. What is a token, features say.
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { lastAnswers, ofServer } from './last-answers';

type Data = SemanticTokens['data'];

/** Keeps the last answer for each document, for the next change to be told against. */
export interface TokenAnswers {
  /** Names and keeps an answer. */
  readonly whole: (uri: string, tokens: SemanticTokens) => SemanticTokens;
  /** Against the named answer, or whole where that is not there any more. */
  readonly since: (uri: string, resultId: string, tokens: SemanticTokens) => SemanticTokens | SemanticTokensDelta;
}

/** Those of one server. */
export const tokenAnswers: (server: object) => TokenAnswers = ofServer(makeAnswers);

function makeAnswers(): TokenAnswers {
  const last = lastAnswers<Data>();
  const whole: TokenAnswers['whole'] = (uri, { data }) => ({ resultId: last.keep(uri, data), data });
  return {
    whole,
    since: (uri, resultId, tokens) => {
      const before = last.named(uri, resultId);
      if (before === undefined) return whole(uri, tokens);
      return { resultId: last.keep(uri, tokens.data), edits: change(before, tokens.data) };
    },
  };
}

// One edit: what lies between the common beginning and the common end.
function change(before: Data, now: Data): SemanticTokensDelta['edits'] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  const deleteCount = before.length - start - end;
  const data = now.slice(start, now.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
