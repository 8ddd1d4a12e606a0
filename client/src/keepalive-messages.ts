// What the keepalive panel and its page say to each other. Imports types alone, so that both sides may see it.
import type { KeepaliveTried, KeepaliveView } from '../../server/src/lsp/messages';

/** What outlives the page and the window. */
export interface KeptState {
  readonly uri: string;
  readonly tried: KeepaliveTried;
}

/** What the page shows; `missing`: the file is closed. */
export type KeepaliveState =
  | {
      readonly kind: 'view';
      readonly file: string;
      readonly view: KeepaliveView;
      readonly kept: KeptState;
      /** Grows when somebody else than the page says what is tried: the page then goes on from there. */
      readonly posed: number;
    }
  | { readonly kind: 'missing'; readonly file: string };

/** What the user does in the page. */
export type KeepaliveRequest =
  | { readonly kind: 'try'; readonly tried: KeepaliveTried }
  | { readonly kind: 'write'; readonly tried: KeepaliveTried; readonly rememberPath: boolean };
