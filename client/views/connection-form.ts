// The fields that say which connection: user, groups, host, addresses, port. Used twice when two connections are compared.
import type { ConnectionSpec, EffectiveView } from '../../server/src/lsp/messages';
import { element } from './dom';
import { l10n } from './l10n';

type Field = keyof EffectiveView['names'];

const FIELDS: readonly (readonly [field: Field, label: string, hint: string])[] = [
  ['user', l10n.t('User'), l10n.t('any')],
  ['groups', l10n.t('Groups'), l10n.t('a, b')],
  ['host', l10n.t('Client host'), l10n.t('any')],
  ['address', l10n.t('Client address'), l10n.t('any')],
  ['localAddress', l10n.t('Server address'), l10n.t('any')],
  ['localPort', l10n.t('Server port'), l10n.t('any')],
];

/** A group of fields. */
export interface ConnectionForm {
  readonly root: HTMLElement;
  /** Undefined where nothing is filled in. */
  readonly value: () => ConnectionSpec | undefined;
  readonly fill: (connection: ConnectionSpec | undefined) => void;
  /** Offers the names and marks what is wrong. */
  readonly update: (names: EffectiveView['names'], problems: EffectiveView['problems']) => void;
  readonly focus: () => void;
}

/** Makes the fields; `id` sets them apart from another form's. */
export function connectionForm(id: string, legend: string, changed: () => void): ConnectionForm {
  const inputs = new Map(FIELDS.map(([field, , hint]) => [field, input(`${id}-${field}`, hint, changed)] as const));
  const fields = FIELDS.map(([field, label]) => {
    const one = inputs.get(field);
    return element(
      'div',
      { class: 'field' },
      element('label', { for: `${id}-${field}` }, label),
      one,
      element('datalist', { id: `${id}-${field}-names` }),
      element('div', { id: `${id}-${field}-problem`, class: 'problem', 'aria-live': 'polite' }),
    );
  });
  const root = element('fieldset', { class: 'connection' }, element('legend', {}, legend), ...fields);
  return {
    root,
    value: () => connectionOf(inputs),
    fill: (connection) => {
      for (const [field, one] of inputs) {
        const value = connection?.[field];
        one.value = Array.isArray(value) ? value.join(', ') : String(value ?? '');
      }
    },
    update: (names, problems) => {
      for (const [field, one] of inputs) {
        offer(`${id}-${field}-names`, names[field]);
        mark(one, problems[field]);
      }
    },
    focus: () => inputs.get('user')?.focus(),
  };
}

function input(id: string, placeholder: string, changed: () => void): HTMLInputElement {
  return element('input', {
    id,
    list: `${id}-names`,
    placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-problem`,
    oninput: changed,
  });
}

function connectionOf(inputs: ReadonlyMap<Field, HTMLInputElement>): ConnectionSpec | undefined {
  const text = (field: Field) => inputs.get(field)?.value.trim() || undefined;
  const groups = text('groups')
    ?.split(/[,\s]+/)
    .filter((group) => group !== '');
  const localPort = text('localPort');
  const given = {
    user: text('user'),
    groups: groups?.length ? groups : undefined,
    host: text('host'),
    address: text('address'),
    localAddress: text('localAddress'),
    // What is no number is no port: the server says so.
    localPort: localPort === undefined ? undefined : Number(/^\d+$/.test(localPort) ? localPort : -1),
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return Object.keys(set).length === 0 ? undefined : set;
}

function offer(id: string, names: readonly string[]): void {
  const list = document.getElementById(id);
  if (list === null || list.dataset.names === names.join('\n')) return;
  list.dataset.names = names.join('\n');
  list.replaceChildren(...names.map((value) => element('option', { value })));
}

function mark(one: HTMLInputElement, problem: string | undefined): void {
  one.setAttribute('aria-invalid', String(problem !== undefined));
  const text = document.getElementById(`${one.id}-problem`);
  if (text !== null && text.textContent !== (problem ?? '')) text.textContent = problem ?? '';
}
