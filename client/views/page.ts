// The page's side of a panel: receives the state to show, sends messages, remembers what the user chose. Runs in the webview; draws nothing.
import type { PageMessage } from '../src/page-message';

interface EditorApi {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

declare function acquireVsCodeApi(): EditorApi;

/** The panel as the page sees it. */
export interface PanelSide<Message, Kept> {
  readonly send: (message: Message) => void;
  /** What was kept before the page was hidden or the window reloaded. */
  readonly kept: () => Kept | undefined;
  readonly keep: (state: Kept) => void;
}

/** Connects the page: `show` is called with each state, also with the last one after the page was hidden. Call once. */
export function connectPage<State, Message, Kept>(show: (state: State) => void): PanelSide<Message, Kept> {
  const api = acquireVsCodeApi();
  const post = (message: PageMessage<Message>) => api.postMessage(message);
  window.addEventListener('message', ({ data }: MessageEvent<State>) => show(data));
  // The caller has what it needs to draw only when this function is done.
  queueMicrotask(() => post({ kind: 'page-ready' }));
  return {
    send: (message) => post({ kind: 'message', message }),
    kept: () => api.getState() as Kept | undefined,
    keep: (state) => api.setState(state),
  };
}
