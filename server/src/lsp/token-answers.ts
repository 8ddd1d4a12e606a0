// Semantic tokens as the change since the last answer. What is a token, features say.
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

// A client that shows more files than this asks for the whole again.
const MOST_KEPT = 20;

/** An answer that can be referred to. */
type Named = SemanticTokens & { readonly resultId: string };

/** Keeps the last answer for each document, for the next change to be told against. */
export interface TokenAnswers {
  /** Names and keeps an answer. */
  readonly whole: (uri: string, tokens: SemanticTokens) => SemanticTokens;
  /** Against the named answer, or whole where that is not there any more. */
  readonly since: (uri: string, resultId: string, tokens: SemanticTokens) => SemanticTokens | SemanticTokensDelta;
}

const ANSWERS = new WeakMap<object, TokenAnswers>();

/** Those of one server, which is told by what only it has. */
export function tokenAnswers(server: object): TokenAnswers {
  const answers = ANSWERS.get(server) ?? makeAnswers();
  ANSWERS.set(server, answers);
  return answers;
}

function makeAnswers(): TokenAnswers {
  const byUri = new Map<string, Named>();
  let count = 0;
  const whole = (uri: string, { data }: SemanticTokens): Named => {
    const named = { resultId: String(++count), data };
    byUri.delete(uri);
    byUri.set(uri, named);
    const [oldest] = byUri.keys();
    if (byUri.size > MOST_KEPT && oldest !== undefined) byUri.delete(oldest);
    return named;
  };
  return {
    whole,
    since: (uri, resultId, tokens) => {
      const before = byUri.get(uri);
      const now = whole(uri, tokens);
      return before?.resultId === resultId ? change(before, now) : now;
    },
  };
}

// One edit: what lies between the common beginning and the common end.
function change(before: Named, now: Named): SemanticTokensDelta {
  const most = Math.min(before.data.length, now.data.length);
  let start = 0;
  while (start < most && before.data[start] === now.data[start]) start++;
  let end = 0;
  while (end < most - start && before.data.at(-1 - end) === now.data.at(-1 - end)) end++;
  const deleteCount = before.data.length - start - end;
  const data = now.data.slice(start, now.data.length - end);
  const edits = deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
  return { resultId: now.resultId, edits };
}
