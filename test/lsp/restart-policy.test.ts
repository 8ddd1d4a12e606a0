// What the client does about a server that dies. The enum values are those of vscode-languageclient, which loads only inside an editor.
import { describe, expect, it, vi } from 'vitest';

vi.mock('vscode-languageclient', () => ({
  CloseAction: { DoNotRestart: 1, Restart: 2 },
  ErrorAction: { Continue: 1, Shutdown: 2 },
}));

const { restartPolicy } = await import('../../client/src/restart-policy');

function crashing() {
  const told: string[] = [];
  let time = 0;
  const policy = restartPolicy(
    { restarted: () => told.push('restarted'), gaveUp: (crashes) => told.push(`gave up after ${crashes}`) },
    () => time,
  );
  const crash = async (ms: number) => {
    time += ms;
    return (await policy.closed()).action;
  };
  return { told, crash };
}

describe('restartPolicy', () => {
  it('restarts, says so once, and gives up at the fifth crash within three minutes', async () => {
    const { told, crash } = crashing();
    const actions = [await crash(0), await crash(1000), await crash(1000), await crash(1000), await crash(1000)];
    expect(actions).toEqual([2, 2, 2, 2, 1]);
    expect(told).toEqual(['restarted', 'gave up after 5']);
  });

  it('forgets crashes of long ago', async () => {
    const { told, crash } = crashing();
    for (let n = 0; n < 20; n++) expect(await crash(60_000)).toBe(2);
    expect(told).toEqual(['restarted']);
  });
});
