// Tabs by the book: arrow keys move between them, only the selected one is in the tab order, each names its panel.
import { element } from './dom';

/** One tab and what it shows. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly panel: HTMLElement;
}

/** A row of tabs above its panels. */
export interface Tabs<Id extends string> {
  readonly root: HTMLElement;
  readonly select: (id: Id) => void;
}

/** Makes the row; `selected` is told when the user picks another. */
export function tabRow<Id extends string>(
  label: string,
  tabs: readonly Tab<Id>[],
  selected: (id: Id) => void,
): Tabs<Id> {
  const buttons = tabs.map(({ id, label: text }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': `panel-${id}`,
        onclick: () => pick(id),
        onkeydown: (event) => move(event as KeyboardEvent, id),
      },
      text,
    ),
  );
  for (const { id, panel } of tabs) {
    panel.id = `panel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
  }
  const select = (chosen: Id): void => {
    for (const [index, { id, panel }] of tabs.entries()) {
      buttons[index]?.setAttribute('aria-selected', String(id === chosen));
      buttons[index]?.setAttribute('tabindex', id === chosen ? '0' : '-1');
      panel.hidden = id !== chosen;
    }
  };
  const pick = (id: Id): void => {
    select(id);
    selected(id);
  };
  const move = (event: KeyboardEvent, from: Id): void => {
    const at = tabs.findIndex(({ id }) => id === from);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (tab !== undefined) pick(tab.id);
    buttons[next]?.focus();
  };
  return { root: element('div', { role: 'tablist', 'aria-label': label }, ...buttons), select };
}
