// The wrapper around every handler.
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { runSafe } from '../../server/src/lsp/run-safe';

describe('runSafe', () => {
  it('gives the answer', async () => {
    expect(await runSafe({ name: 'a', empty: 0, prepare: () => 20, answer: (n) => n + 1 }, () => undefined)).toBe(21);
  });

  it('does not work on a request cancelled while it was prepared', async () => {
    const source = new CancellationTokenSource();
    let worked = false;
    const work = {
      name: 'a',
      empty: null,
      prepare: async () => source.cancel(),
      answer: () => {
        worked = true;
        return null;
      },
    };
    const answer = await runSafe(work, () => undefined, source.token);
    expect(answer).toBeInstanceOf(ResponseError);
    expect(answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(worked).toBe(false);
  });

  it('logs a rejected preparation under the name', async () => {
    const logged: string[] = [];
    const answer = await runSafe(
      { name: 'hover', empty: null, prepare: () => Promise.reject('gone'), answer: () => null },
      (message) => logged.push(message),
    );
    expect(answer).toBeNull();
    expect(logged).toEqual(['hover failed: gone']);
  });
});
