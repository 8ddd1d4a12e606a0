// Elements in one call. Text is only ever set as text, so nothing that stands in a file becomes markup.

/** Attributes by name (true: present, false or undefined: absent) and listeners by event (`onclick`). */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element the page shows everything in. */
export function viewElement(): HTMLElement {
  const view = document.getElementById('view');
  if (view === null) throw new Error('the page has no #view');
  return view;
}
