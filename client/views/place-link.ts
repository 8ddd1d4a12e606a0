// A line of a file as something to click: the editor goes there.
import type { ViewPlace } from '../../server/src/lsp/messages';
import { element } from './dom';
import { l10n } from './l10n';

/** Called with the line to go to. */
export type GoTo = (place: ViewPlace) => void;

/** `key` finds the link again after the table was drawn anew; `text`: shorter than file and line, where those are clear. */
export function placeLink(place: ViewPlace, key: string, goTo: GoTo, text = place.label): HTMLElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'link mono',
      title: place.text,
      'data-key': `${key} ${place.label}`,
      'aria-label': l10n.t('Go to {0}: {1}', place.label, place.text),
      onclick: () => goTo(place),
    },
    text,
  );
}

/** Several links with commas between them; a file is named once. */
export function placeLinks(places: readonly ViewPlace[], key: string, goTo: GoTo): readonly Node[] {
  return places.flatMap((place, index) => {
    const line = place.label.replace(/^.*:/, ':');
    const link = placeLink(place, key, goTo, places[index - 1]?.uri === place.uri ? line : place.label);
    return index === 0 ? [link] : [document.createTextNode(', '), link];
  });
}
