// The table of settings: name, value, the lines that decide and those they beat; a second value when something is compared.
import type { EffectiveView, ViewBeaten, ViewPlace, ViewRow } from '../../server/src/lsp/messages';
import { moveByRows } from './arrow-keys';
import { element } from './dom';
import { l10n } from './l10n';
import { type GoTo, placeLink, placeLinks } from './place-link';

/** A drawn table and how much of it is shown. */
export interface SettingsTable {
  readonly root: HTMLElement;
  readonly shown: number;
}

const SECTIONS: readonly (readonly [title: string, belongs: (row: ViewRow) => boolean])[] = [
  [l10n.t('Different'), (row) => row.other?.differs === true],
  [l10n.t('Changed from the default'), (row) => row.other?.differs !== true && row.state === 'changed'],
  [l10n.t('Set to the default'), (row) => row.other?.differs !== true && row.state === 'same'],
  [l10n.t('Defaults'), (row) => row.other?.differs !== true && row.state === 'default'],
];

/** Draws the rows that `search` finds in the name, the value or the place. */
export function settingsTable(view: EffectiveView, search: string, goTo: GoTo): SettingsTable {
  const rows = view.rows.filter((row) => isFound(row, search.trim().toLowerCase()));
  const columns = [l10n.t('Setting'), ...(view.sides ?? [l10n.t('Value'), l10n.t('Decided by')])];
  const bodies = SECTIONS.flatMap(([title, belongs]) => {
    const own = rows.filter(belongs);
    return own.length === 0 ? [] : [section(title, own, view.sides, goTo)];
  });
  const head = element(
    'thead',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      ...columns.map((name) => element('th', { scope: 'col', role: 'columnheader' }, name)),
    ),
  );
  const caption = element('caption', { class: 'visually-hidden' }, l10n.t('Effective configuration of {0}', view.path));
  return {
    root: element(
      'table',
      {
        class: view.sides === undefined ? 'settings' : 'settings compared',
        role: 'table',
        onkeydown: moveByRows,
      },
      caption,
      head,
      ...bodies,
    ),
    shown: rows.length,
  };
}

function isFound({ keyword, values, by, other }: ViewRow, search: string): boolean {
  if (search === '') return true;
  const texts = [keyword, ...values, ...(other?.values ?? []), ...by.map(({ label }) => label)];
  return texts.some((text) => text.toLowerCase().includes(search));
}

function section(title: string, rows: readonly ViewRow[], sides: EffectiveView['sides'], goTo: GoTo): HTMLElement {
  const heading = element(
    'tr',
    { class: 'section', role: 'row' },
    element(
      'th',
      { colspan: 3, scope: 'rowgroup', role: 'rowheader' },
      title,
      element('span', { class: 'muted' }, ` ${rows.length}`),
    ),
  );
  return element('tbody', { role: 'rowgroup' }, heading, ...rows.map((row) => tableRow(row, sides, goTo)));
}

function tableRow(row: ViewRow, sides: EffectiveView['sides'], goTo: GoTo): HTMLElement {
  const { keyword, values, by, other, state } = row;
  const cells =
    sides === undefined || other === undefined
      ? [cell('value', undefined, ...valueNodes(values, keyword)), cell('decided', undefined, ...deciders(row, goTo))]
      : [
          cell('value', sides[0], ...valueNodes(values, keyword), ...sources(by, keyword, goTo)),
          cell(
            'value',
            sides[1],
            ...valueNodes(other.values, `${keyword} other`),
            ...sources(other.by, `${keyword} other`, goTo),
          ),
        ];
  return element(
    'tr',
    { class: state, role: 'row' },
    element('th', { scope: 'row', role: 'rowheader', class: 'keyword' }, keyword),
    ...cells,
  );
}

/** `label`: the heading of the column, said again where a row is a card. */
function cell(kind: 'value' | 'decided', label: string | undefined, ...children: readonly Node[]): HTMLElement {
  return element('td', { role: 'cell', class: kind, 'data-label': label }, ...children);
}

// Long lists of algorithms would push everything else off the screen.
const LONGEST = 120;
const OPEN = new Set<string>();

function valueNodes(values: readonly string[], key: string): readonly Node[] {
  if (values.length === 0) return [element('span', { class: 'muted' }, l10n.t('not set'))];
  const text = values.join('\n');
  if (text.length <= LONGEST) return [element('span', { class: 'mono' }, text)];
  const summary = element('summary', { 'data-key': `${key} value` }, `${(values[0] ?? '').slice(0, 60)} …`);
  const details: HTMLDetailsElement = element(
    'details',
    {
      class: 'mono',
      open: OPEN.has(key),
      ontoggle: () => (details.open ? OPEN.add(key) : OPEN.delete(key)),
    },
    summary,
    text.replaceAll(',', ',\u200b'),
  );
  return [details];
}

/** The lines that decide one side of a comparison. */
function sources(by: readonly ViewPlace[], key: string, goTo: GoTo): readonly Node[] {
  return by.length === 0 ? [] : [element('div', { class: 'source' }, ...placeLinks(by, key, goTo))];
}

function deciders({ by, beaten, keyword, state }: ViewRow, goTo: GoTo): readonly Node[] {
  const nothing = state === 'default' ? [element('span', { class: 'muted' }, l10n.t('default'))] : [];
  return [...nothing, ...placeLinks(by, keyword, goTo), ...beaten.map((one) => beatenLine(one, keyword, goTo))];
}

function beatenLine({ place, why }: ViewBeaten, keyword: string, goTo: GoTo): HTMLElement {
  return element(
    'div',
    { class: 'beaten muted' },
    `${l10n.t('beats')} `,
    placeLink(place, `${keyword} beaten`, goTo),
    ` (${why})`,
  );
}
