// The last answer for each document, by the name the client knows it under, for the next to be told against.

// A client that shows more files than this asks for the whole again.
const MOST_KEPT = 20;

/** Keeps answers of one kind. */
export interface LastAnswers<T> {
  /** The last answer for the document, if it has that name. */
  readonly named: (uri: string, resultId: string | undefined) => T | undefined;
  /** Keeps an answer instead of the last one; its name. */
  readonly keep: (uri: string, answer: T) => string;
}

/** Keeps nothing yet. */
export function lastAnswers<T>(): LastAnswers<T> {
  const byUri = new Map<string, { readonly resultId: string; readonly answer: T }>();
  let count = 0;
  return {
    named: (uri, resultId) => {
      const last = byUri.get(uri);
      return last?.resultId === resultId ? last?.answer : undefined;
    },
    keep: (uri, answer) => {
      const resultId = String(++count);
      byUri.delete(uri);
      byUri.set(uri, { resultId, answer });
      const [oldest] = byUri.keys();
      if (byUri.size > MOST_KEPT && oldest !== undefined) byUri.delete(oldest);
      return resultId;
    },
  };
}

/** Makes what keeps one server's answers, once for each server; who that is, tells what only it has. */
export function ofServer<T>(make: () => T): (server: object) => T {
  const made = new WeakMap<object, T>();
  return (server) => {
    const known = made.get(server) ?? make();
    made.set(server, known);
    return known;
  };
}
