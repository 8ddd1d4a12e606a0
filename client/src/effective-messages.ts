// What the page of the effective configuration and its panel say to each other. Types only; seen by both sides.
import type { EffectiveView, TargetChoice, ViewPlace, ViewQuery } from '../../server/src/lsp/messages';

/** What the page shows. */
export interface EffectiveState {
  readonly view: EffectiveView;
  /** What the view answers. What is in the page's fields may be newer. */
  readonly query: ViewQuery;
  /** Grows when somebody else than the page has asked: the fields then take over the query. */
  readonly posed: number;
  readonly targets: readonly TargetChoice[];
  /** Whether any file of the configuration has unsaved changes. */
  readonly dirty: boolean;
}

/** What the page asks for. A comparison with what is saved carries no texts: the panel adds them. */
export type EffectiveRequest =
  | { readonly kind: 'query'; readonly query: ViewQuery }
  | { readonly kind: 'open'; readonly place: ViewPlace }
  | { readonly kind: 'copy' }
  | { readonly kind: 'document' };

/** What outlives the page and the window. */
export interface KeptState {
  readonly uri: string;
  readonly query: ViewQuery;
  readonly search: string;
  readonly tab: 'settings' | 'access';
}
