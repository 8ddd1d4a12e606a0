// Who can log in: a row for each kind of connection, with the ways in or why there is none, and the lines that decide.
import type { AccessViewRow, ConnectionSpec, EffectiveView } from '../../server/src/lsp/messages';
import { moveByRows } from './arrow-keys';
import { element } from './dom';
import { l10n } from './l10n';
import { type GoTo, placeLinks } from './place-link';

/** What a click in the table leads to. */
export interface AccessActions {
  readonly goTo: GoTo;
  /** Shows the settings of such a connection. */
  readonly inspect: (connection: ConnectionSpec) => void;
}

/** Draws the table. */
export function accessList({ rows, notes }: EffectiveView['access'], actions: AccessActions): HTMLElement {
  const withPlaces = rows.some(({ from }) => from !== '');
  const columns = [
    l10n.t('Who'),
    ...(withPlaces ? [l10n.t('From where')] : []),
    l10n.t('Gets in with'),
    l10n.t('Decided by'),
  ];
  const head = element(
    'thead',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      ...columns.map((name) => element('th', { scope: 'col', role: 'columnheader' }, name)),
    ),
  );
  const caption = element('caption', { class: 'visually-hidden' }, l10n.t('Who can log in, and how'));
  const body = element(
    'tbody',
    { role: 'rowgroup' },
    ...rows.map((row, index) => tableRow(row, rows[index - 1], withPlaces, actions)),
  );
  return element(
    'div',
    {},
    element('table', { class: 'access', role: 'table', onkeydown: moveByRows }, caption, head, body),
    ...notes.map((note) => element('p', { class: 'muted' }, note)),
  );
}

function tableRow(
  row: AccessViewRow,
  before: AccessViewRow | undefined,
  withPlaces: boolean,
  { goTo, inspect }: AccessActions,
): HTMLElement {
  const { who, from, letIn, how, remarks, by, connection } = row;
  const key = `${who} ${from}`;
  const again = before?.who === who;
  const name = again
    ? element('span', { class: 'visually-hidden' }, who)
    : element(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-key': key,
          title: l10n.t('Show the settings of such a connection'),
          onclick: () => inspect(connection),
        },
        who,
      );
  return element(
    'tr',
    { class: again ? 'again' : 'first', role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, name),
    withPlaces ? element('td', { role: 'cell' }, from) : undefined,
    element('td', { role: 'cell' }, ...(letIn ? waysIn(how, remarks) : [noWay(how)])),
    element(
      'td',
      { role: 'cell', class: 'decided' },
      ...(by.length === 0 ? [element('span', { class: 'muted' }, l10n.t('defaults'))] : placeLinks(by, key, goTo)),
    ),
  );
}

function waysIn(how: readonly string[], remarks: readonly string[]): readonly Node[] {
  return [
    ...how.map((way, index) =>
      element('div', { class: 'way' }, index === 0 ? '' : element('span', { class: 'muted' }, `${l10n.t('or')} `), way),
    ),
    ...remarks.map((remark) => element('div', { class: 'muted remark' }, remark)),
  ];
}

function noWay(why: readonly string[]): HTMLElement {
  return element('div', { class: 'no-way' }, element('strong', {}, l10n.t('No')), `: ${why.join(' ')}`);
}
