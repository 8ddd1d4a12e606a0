// What happens when the server dies: it is started again, the user is told once; after repeated crashes it stays down. Shows nothing itself.
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const MOST_CRASHES = 4;
const WITHIN_MS = 3 * 60 * 1000;

/** How the user is told. */
export interface CrashReporter {
  /** Called for the first restart of a session only. */
  readonly restarted: () => void;
  readonly gaveUp: (crashes: number) => void;
}

/** Restarts up to 4 times in 3 minutes. `now` in milliseconds. */
export function restartPolicy({ restarted, gaveUp }: CrashReporter, now: () => number = Date.now): ErrorHandler {
  let crashes: number[] = [];
  let told = false;
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: (): CloseHandlerResult => {
      const time = now();
      crashes = [...crashes.filter((crash) => time - crash < WITHIN_MS), time];
      if (crashes.length > MOST_CRASHES) {
        gaveUp(crashes.length);
        return {
          action: CloseAction.DoNotRestart,
          message: 'The server stopped too often and stays down.',
          handled: true,
        };
      }
      if (!told) restarted();
      told = true;
      return {
        action: CloseAction.Restart,
        message: 'The server stopped unexpectedly and is started again.',
        handled: true,
      };
    },
  };
}
