// What a page of ours sends to its panel. Seen by both sides; imports nothing.

/** `page-ready`: the page listens now. `message`: what the view's own two sides have agreed on. */
export type PageMessage<Message> =
  | { readonly kind: 'page-ready' }
  | { readonly kind: 'message'; readonly message: Message };
