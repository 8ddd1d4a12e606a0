// The page of the effective configuration: fields above, two tabs below. Shows what it is sent, asks for what the fields say.

import type {
  ConnectionSpec,
  EffectiveView,
  TargetChoice,
  ViewComparison,
  ViewQuery,
} from '../../server/src/lsp/messages';
import type { EffectiveRequest, EffectiveState, KeptState } from '../src/effective-messages';
import { accessList } from './access-list';
import { connectionForm } from './connection-form';
import { element, viewElement } from './dom';
import { l10n } from './l10n';
import { connectPage } from './page';
import { type GoTo, placeLink } from './place-link';
import { settingsTable } from './settings-table';
import { tabRow } from './tabs';

type Compared = 'nothing' | ViewComparison['kind'];

const COMPARISONS: readonly (readonly [Compared, string])[] = [
  ['nothing', l10n.t('Nothing')],
  ['connection', l10n.t('Another connection')],
  ['target', l10n.t('Another sshd')],
  ['saved', l10n.t('The saved files')],
];

let state: EffectiveState | undefined;
let accepted: EffectiveView | undefined;
let tab: KeptState['tab'] = 'settings';

const ask = (): void => {
  page.send({ kind: 'query', query: queryOfFields() });
  keep();
};
const typed = debounced(ask, 150);
const connection = connectionForm('connection', l10n.t('Connection'), typed);
const otherConnection = connectionForm('other', l10n.t('Compared with'), typed);
const target = element('select', { id: 'target', onchange: ask });
const otherTarget = element('select', { id: 'other-target', onchange: ask });
const compare = element(
  'select',
  {
    id: 'compare',
    onchange: () => {
      showComparison();
      ask();
      if (compare.value === 'connection') otherConnection.focus();
    },
  },
  ...COMPARISONS.map(([value, label]) => element('option', { value }, label)),
);
const otherTargetField = field('other-target', l10n.t('Compared with'), otherTarget);
const search = element('input', {
  id: 'search',
  type: 'search',
  placeholder: l10n.t('Name, value or file'),
  oninput: () => {
    draw();
    keep();
  },
});
const subtitle = element('p', { class: 'muted subtitle' });
const findings = element('div', { class: 'findings', 'aria-live': 'polite' });
const problem = element('div', { class: 'refused', role: 'alert' });
const counted = element('p', { class: 'muted', role: 'status', 'aria-live': 'polite' });
const settings = element('div');
const access = element('div');
const settingsPanel = element(
  'section',
  {},
  element('div', { class: 'choices' }, field('compare', l10n.t('Compare with'), compare), otherTargetField),
  connection.root,
  otherConnection.root,
  findings,
  element(
    'div',
    { class: 'toolbar' },
    field('search', l10n.t('Search'), search),
    button(l10n.t('Copy as sshd -T'), 'copy'),
    button(l10n.t('Open as Text'), 'document'),
  ),
  counted,
  settings,
);
const accessPanel = element('section', {}, access);
const tabs = tabRow(
  l10n.t('What to show'),
  [
    { id: 'settings', label: l10n.t('Settings'), panel: settingsPanel },
    { id: 'access', label: l10n.t('Who can log in'), panel: accessPanel },
  ],
  (id) => {
    tab = id;
    keep();
  },
);

const page = connectPage<EffectiveState, EffectiveRequest, KeptState>(show);

function field(id: string, label: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'field' }, element('label', { for: id }, label), control);
}

function button(label: string, kind: 'copy' | 'document'): HTMLElement {
  return element('button', { type: 'button', onclick: () => page.send({ kind }) }, label);
}

function queryOfFields(): ViewQuery {
  const one = connection.value();
  const comparison = comparisonOfFields();
  return {
    ...(one === undefined ? {} : { connection: one }),
    ...(target.value === '' ? {} : { target: target.value }),
    ...(comparison === undefined ? {} : { compare: comparison }),
  };
}

function comparisonOfFields(): ViewComparison | undefined {
  switch (compare.value as Compared) {
    case 'nothing':
      return undefined;
    case 'connection':
      return { kind: 'connection', connection: otherConnection.value() ?? {} };
    case 'target':
      return { kind: 'target', target: otherTarget.value };
    case 'saved':
      // The panel knows the texts.
      return { kind: 'saved', texts: {} };
  }
}

/** Puts a query into the fields. */
function fill({ connection: one, target: id, compare: comparison }: ViewQuery): void {
  connection.fill(one);
  target.value = id ?? '';
  compare.value = comparison?.kind ?? 'nothing';
  if (comparison?.kind === 'connection') otherConnection.fill(comparison.connection);
  if (comparison?.kind === 'target') otherTarget.value = comparison.target;
  showComparison();
}

function showComparison(): void {
  otherConnection.root.hidden = compare.value !== 'connection';
  otherTargetField.hidden = compare.value !== 'target';
}

function inspect(one: ConnectionSpec): void {
  connection.fill(one);
  tab = 'settings';
  tabs.select(tab);
  document.getElementById('tab-settings')?.focus();
  ask();
}

function show(next: EffectiveState): void {
  const first = state === undefined;
  const isNews = state?.posed !== next.posed;
  state = next;
  if (first) offerTargets(next.targets);
  target.options[0]?.replaceChildren(
    next.query.target === undefined
      ? l10n.t("The file's own sshd: {0}", next.view.target.label)
      : l10n.t("The file's own sshd"),
  );
  if (isNews) fill(next.query);
  connection.update(next.view.names, next.view.problems);
  otherConnection.update(next.view.names, {});
  draw();
  if (first) tabs.select(tab);
  keep();
}

function withoutTexts(query: ViewQuery): ViewQuery {
  return query.compare?.kind === 'saved' ? { ...query, compare: { kind: 'saved', texts: {} } } : query;
}

function offerTargets(targets: readonly TargetChoice[]): void {
  const options = () =>
    (['system', 'release'] as const).map((kind) =>
      element(
        'optgroup',
        { label: kind === 'system' ? l10n.t('Systems') : l10n.t('Releases') },
        ...targets.filter((one) => one.kind === kind).map(({ id, label }) => element('option', { value: id }, label)),
      ),
    );
  target.replaceChildren(element('option', { value: '' }, l10n.t('Of the file')), ...options());
  otherTarget.replaceChildren(...options());
}

/** Draws all that depends on the state; what had the focus has it again. */
function draw(): void {
  if (state === undefined) return;
  const { view } = state;
  const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
  const goTo: GoTo = (place) => page.send({ kind: 'open', place });
  subtitle.replaceChildren(element('span', { class: 'mono' }, view.path));
  drawFindings(state);
  drawRefusal(view, goTo);
  // While a line is being typed the table stays as it was.
  if (view.refused === undefined) accepted = view;
  const shown = accepted ?? view;
  const table = settingsTable(shown, search.value, goTo);
  settings.replaceChildren(table.root);
  access.replaceChildren(accessList(view.access, { goTo, inspect }));
  const all = shown.rows.length;
  const text =
    table.shown === all
      ? l10n.t('{0} settings, as seen by {1}', all, shown.command)
      : l10n.t('{0} of {1} settings, as seen by {2}', table.shown, all, shown.command);
  // A region that says the same again is read out again.
  if (counted.textContent !== text) counted.textContent = text;
  if (focused !== undefined) document.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function drawRefusal({ refused }: EffectiveView, goTo: GoTo): void {
  problem.hidden = refused === undefined;
  const text = refused === undefined ? '' : `${refused.message} ${l10n.t('The settings below are those before that.')}`;
  if (problem.dataset.text === text) return;
  problem.dataset.text = text;
  const link = refused?.place === undefined ? [] : [' ', placeLink(refused.place, 'refused', goTo)];
  problem.replaceChildren(text, ...link);
}

function drawFindings({ view, dirty, query }: EffectiveState): void {
  const nothingToSave = query.compare?.kind === 'saved' && !dirty;
  const texts = [...(nothingToSave ? [l10n.t('Nothing is waiting to be saved.')] : view.findings), ...view.notes];
  if (findings.textContent === texts.join('')) return;
  findings.replaceChildren(...texts.map((text) => element('p', {}, text)));
}

function keep(): void {
  if (state === undefined) return;
  page.keep({ uri: state.view.uri, query: withoutTexts(queryOfFields()), search: search.value, tab });
}

function debounced(run: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };
}

const kept = page.kept();
search.value = kept?.search ?? '';
tab = kept?.tab ?? tab;
showComparison();
viewElement().append(
  element(
    'header',
    {},
    element('h1', {}, l10n.t('Effective configuration')),
    subtitle,
    field('target', l10n.t('Read by'), target),
  ),
  problem,
  tabs.root,
  settingsPanel,
  accessPanel,
);
