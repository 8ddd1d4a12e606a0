// The page of the keepalive panel: controls to try values, the timeline they give, the advice, and who is cut off when. Shows what the server has worked out.
import type { KeepaliveRequest, KeepaliveState, KeptState } from '../src/keepalive-messages';
import { element, viewElement } from './dom';
import { l10n } from './l10n';
import { connectPage } from './page';

type View = Extract<KeepaliveState, { kind: 'view' }>['view'];
type Tried = KeepaliveRequest['tried'];

const { send, keep } = connectPage<KeepaliveState, KeepaliveRequest, KeptState>(show);
const view = viewElement();
let tried: Tried = {};
let rememberPath = false;
let posed = 0;
let page: Page | undefined;

interface Page {
  readonly update: (file: string, view: View) => void;
}

function show(state: KeepaliveState): void {
  if (state.kind === 'missing') {
    page = undefined;
    view.replaceChildren(element('p', {}, l10n.t('{0} is closed. Open it again to go on.', state.file)));
    return;
  }
  // Controls are made once, so that the one in use keeps the focus.
  if (posed !== state.posed) tried = state.kept.tried;
  posed = state.posed;
  page ??= makePage(state.view);
  keep(state.kept);
  page.update(state.file, state.view);
}

function attempt(change: Tried): void {
  tried = { ...tried, ...change };
  send({ kind: 'try', tried });
}

function makePage(first: View): Page {
  const heading = element('h1', {});
  const target = element('p', { class: 'muted' });
  const controls = makeControls();
  const verdict = element('p', { class: 'verdict', role: 'status', 'aria-live': 'polite', id: 'verdict' });
  const actions = makeActions();
  const pictures = element('div', { class: 'pictures' });
  const advice = element('section', { 'aria-labelledby': 'advice-heading' });
  const evidence = element('details', {});
  const partitions = element('section', { 'aria-labelledby': 'partitions-heading' });
  view.replaceChildren(
    heading,
    target,
    controls.element,
    verdict,
    actions.element,
    pictures,
    advice,
    partitions,
    evidence,
  );
  evidence.append(
    element('summary', {}, l10n.t('Where the timeouts come from')),
    ...first.paths.map(({ name, seconds, evidence: devices }) =>
      element('div', {}, element('h2', {}, l10n.t('{0}: {1} s', name, seconds)), list(devices)),
    ),
  );
  return {
    update: (file, now) => {
      heading.textContent = l10n.t('Keepalive of {0}', file);
      target.textContent = now.target;
      controls.update(now);
      actions.update(now);
      verdict.className = `verdict ${now.verdict.kind}`;
      verdict.textContent = now.verdict.text;
      pictures.replaceChildren(
        ...(now.inForce === undefined ? [] : [course(l10n.t('In force now'), now.inForce)]),
        course(l10n.t('With {0} s and {1} probes', now.chosen.interval, now.chosen.countMax), now.tried),
      );
      advice.replaceChildren(...adviceOf(now));
      partitions.replaceChildren(...partitionsOf(now));
    },
  };
}

interface Part {
  readonly element: HTMLElement;
  readonly update: (view: View) => void;
}

type NumberName = 'interval' | 'countMax' | 'lostProbes' | 'outage' | 'cleanUp';

const NUMBERS: readonly (readonly [name: NumberName, label: string, least: number, most: number])[] = [
  ['interval', l10n.t('ClientAliveInterval, seconds'), 0, 600],
  ['countMax', l10n.t('ClientAliveCountMax, probes'), 0, 20],
  ['lostProbes', l10n.t('Lost probes to bear'), 0, 6],
  ['outage', l10n.t('Link outage to survive, seconds'), 0, 900],
  ['cleanUp', l10n.t('Dead sessions gone within, seconds'), 10, 7200],
];

function makeControls(): Part {
  const scope = makeScope();
  const path = makePath();
  const numbers = NUMBERS.map(makeNumber);
  const parts = [scope, path, ...numbers];
  const form = element('div', { class: 'controls', role: 'group', 'aria-label': l10n.t('Values to try') });
  for (const part of parts) form.append(...Array.from(part.element.childNodes));
  return {
    element: form,
    update: (now) => {
      for (const part of parts) part.update(now);
    },
  };
}

function makeScope(): Part {
  const select = element('select', {
    id: 'partition',
    onchange: () => {
      // Another partition has other values.
      const { interval: _, countMax: __, ...wishes } = tried;
      tried = wishes;
      attempt({ partition: Number(select.value) });
    },
  });
  return {
    element: element('div', {}, element('label', { for: 'partition' }, l10n.t('Connections')), select),
    update: ({ partitions, chosen }) => {
      select.replaceChildren(...partitions.map(({ appliesTo }, index) => option(String(index), appliesTo)));
      select.value = String(chosen.partition);
    },
  };
}

function makePath(): Part {
  const select = element('select', {
    id: 'path',
    onchange: () => {
      if (select.value === 'custom') seconds.focus();
      else attempt({ path: select.value === '' ? null : Number(select.value) });
    },
  });
  const seconds = element('input', {
    type: 'number',
    id: 'path-seconds',
    min: 1,
    onchange: () => {
      if (seconds.value !== '' && seconds.validity.valid) attempt({ path: Number(seconds.value) });
    },
  });
  return {
    element: element(
      'div',
      {},
      element('label', { for: 'path' }, l10n.t('Path')),
      select,
      element('label', { for: 'path-seconds' }, l10n.t('Idle timeout of the path, seconds')),
      element('span', {}),
      seconds,
    ),
    update: ({ paths, chosen }) => {
      select.replaceChildren(
        option('', l10n.t('Not known')),
        ...paths.map(({ name, seconds: own, covers }) =>
          option(String(own), l10n.t('{0}, {1} s: {2}', name, own, covers)),
        ),
        option('custom', l10n.t('Another timeout')),
      );
      const known = chosen.path === null || paths.some(({ seconds: own }) => own === chosen.path);
      select.value = known ? String(chosen.path ?? '') : 'custom';
      setUnlessInUse(seconds, chosen.path === null ? '' : String(chosen.path));
    },
  };
}

function makeNumber([name, label, least, most]: (typeof NUMBERS)[number]): Part {
  const range = element('input', {
    type: 'range',
    id: `${name}-slider`,
    min: least,
    max: most,
    'aria-label': label,
    oninput: () => attempt({ [name]: Number(range.value) }),
  });
  const field = element('input', {
    type: 'number',
    id: name,
    min: 0,
    step: 1,
    oninput: () => {
      if (field.value !== '' && field.validity.valid) attempt({ [name]: Number(field.value) });
    },
  });
  return {
    element: element('div', {}, element('label', { for: name }, label), range, field),
    update: ({ chosen }) => {
      setUnlessInUse(range, String(chosen[name]));
      setUnlessInUse(field, String(chosen[name]));
    },
  };
}

function setUnlessInUse(input: HTMLInputElement, value: string): void {
  if (document.activeElement !== input || input.value === '') input.value = value;
}

function makeActions(): Part {
  const write = element(
    'button',
    { type: 'button', class: 'primary', id: 'write', onclick: () => send({ kind: 'write', tried, rememberPath }) },
    l10n.t('Write to File'),
  );
  const reset = element(
    'button',
    {
      type: 'button',
      id: 'reset',
      onclick: () => {
        tried = tried.partition === undefined ? {} : { partition: tried.partition };
        attempt({});
      },
    },
    l10n.t('Back to What Is in Force'),
  );
  let advised: Tried = {};
  const advice = element('button', { type: 'button', id: 'use-advice', onclick: () => attempt(advised) });
  const remember = element('input', {
    type: 'checkbox',
    id: 'remember',
    onchange: () => {
      rememberPath = remember.checked;
    },
  });
  return {
    element: element(
      'div',
      { class: 'actions' },
      write,
      advice,
      reset,
      element('label', { for: 'remember' }, remember, l10n.t('Keep the path in a comment of the file')),
    ),
    update: ({ canWrite, advice: { interval, countMax } }) => {
      write.disabled = !canWrite;
      advised = { interval, countMax };
      advice.textContent = l10n.t('Try the Advice: {0} s, {1} probes', interval, countMax);
    },
  };
}

function course(title: string, { svg, sentences }: View['tried']): HTMLElement {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  return element('section', {}, element('h2', {}, title), document.importNode(parsed, true), list(sentences));
}

function adviceOf({ advice: { interval, countMax, reasons, conflicts, limits } }: View): readonly HTMLElement[] {
  const lines = [
    element('code', {}, `ClientAliveInterval ${interval}`),
    ` ${l10n.t('and')} `,
    element('code', {}, `ClientAliveCountMax ${countMax}`),
  ];
  return [
    element('h2', { id: 'advice-heading' }, l10n.t('Advice')),
    element('p', {}, ...lines),
    list([...reasons, ...conflicts]),
    element('details', {}, element('summary', {}, l10n.t('What keepalives do not do')), list(limits)),
  ];
}

function partitionsOf({ partitions, chosen }: View): readonly HTMLElement[] {
  const head = [l10n.t('Connections'), l10n.t('Interval'), l10n.t('Count'), l10n.t('What happens'), l10n.t('Path')];
  const rows = partitions.map(({ appliesTo, interval, countMax, course: words, verdict }, index) =>
    element(
      'tr',
      index === chosen.partition ? { class: 'chosen' } : {},
      element('th', { scope: 'row' }, appliesTo),
      element('td', {}, interval === null ? l10n.t('refused') : l10n.t('{0} s', interval)),
      element('td', {}, countMax === null ? l10n.t('refused') : String(countMax)),
      element('td', {}, words),
      element('td', {}, verdict.text),
    ),
  );
  return [
    element('h2', { id: 'partitions-heading' }, l10n.t('Who is cut off when, as the file is now')),
    element(
      'table',
      { 'aria-labelledby': 'partitions-heading' },
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...rows),
    ),
  ];
}

function list(items: readonly string[]): HTMLElement {
  return element('ul', {}, ...items.map((item) => element('li', {}, item)));
}

function option(value: string, text: string): HTMLElement {
  return element('option', { value }, text);
}
