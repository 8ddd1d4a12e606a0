// Runs one handler: a throw is logged with the handler's name and costs only its own answer; a cancelled request is not worked on.
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where failures are told. */
export type Log = (message: string) => void;

/** One piece of work in two steps: fetch what it needs, then answer from it. */
export interface Work<D, R> {
  readonly name: string;
  /** The answer that stands in for one that failed. */
  readonly empty: R;
  readonly prepare: () => Promise<D> | D;
  readonly answer: (prepared: D) => R;
}

/** The answer, the empty one when the work threw, or the LSP error for a request that was cancelled meanwhile. */
export async function runSafe<D, R>(
  { name, empty, prepare, answer }: Work<D, R>,
  log: Log,
  token?: CancellationToken,
): Promise<R | ResponseError<void>> {
  try {
    if (token?.isCancellationRequested) return cancelled();
    const prepared = await prepare();
    if (token?.isCancellationRequested) return cancelled();
    return answer(prepared);
  } catch (error) {
    log(failureText(name, error));
    return empty;
  }
}

/** Sends to the client, now; what a client that has gone does not get costs nothing. */
export async function whileConnected(send: () => Promise<void> | void): Promise<void> {
  try {
    await send();
  } catch {
    // Only a closed connection refuses a message, and then there is nobody left to tell.
  }
}

/** `NAME failed: ...`, with the stack where there is one. */
export function failureText(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
