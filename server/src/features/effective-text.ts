// The effective configuration as text: as `sshd -T` prints it, or as a document with the lines that decide.
import { plainText } from '../base/plain-text';
import { effectiveConfig } from '../model/effective/effective-config';
import { printedLines } from '../model/effective/printed-lines';
import type { FeatureDocument } from './document';
import { configurationFor, effectiveView } from './effective-view';
import type { EffectiveView, ViewQuery, ViewRow } from './view-data';

/** The text. `annotated`: a document to read, changed settings first; else what `sshd -T` prints. */
export function effectiveText(document: FeatureDocument, query: ViewQuery, annotated: boolean): string {
  if (annotated) return annotatedText(effectiveView(document, withoutComparison(query)));
  const { connection, target } = query;
  const effective = effectiveConfig(configurationFor(document.snapshot.configuration, target), connection);
  if (effective.kind === 'refused') return `# ${plainText(effective.message)}\n`;
  return printedLines(effective.settings)
    .map((line) => `${line}\n`)
    .join('');
}

function withoutComparison({ compare: _, ...query }: ViewQuery): ViewQuery {
  return query;
}

const SECTIONS: readonly (readonly [ViewRow['state'], string])[] = [
  ['changed', 'Set in the files'],
  ['same', 'Set in the files, to the default'],
  ['default', 'Defaults'],
];

function annotatedText({ path, target, command, rows, notes, access, refused }: EffectiveView): string {
  const head = [`Effective configuration of ${path}`, `${target.label}: ${command}`, ...notes];
  if (refused !== undefined) head.push(refused.message);
  const sections = SECTIONS.flatMap(([state, title]) => {
    const lines = rows.filter((row) => row.state === state).flatMap(settingLines);
    return lines.length === 0 ? [] : [`\n# ${title}\n${aligned(lines)}`];
  });
  const people = access.rows.map(({ who, from, letIn, how }) => {
    const place = from === '' ? '' : `, ${from}`;
    return `# - ${who}${place}: ${letIn ? how.join(' or ') : `no (${how.join(' ')})`}\n`;
  });
  const logins = people.length === 0 ? [] : [`\n# Who can log in\n${people.join('')}`];
  return [...head.map((line) => `# ${line}\n`), ...sections, ...logins].join('');
}

type Line = readonly [text: string, comment: string];

function settingLines({ keyword, values, by, beaten }: ViewRow): readonly Line[] {
  return values.map((value, index): Line => {
    const place = by[Math.min(index, by.length - 1)]?.label ?? '';
    const lost = index === 0 && beaten.length > 0 ? `, not ${beaten.map((one) => one.place.label).join(', ')}` : '';
    return [`${keyword} ${value}`, place === '' ? '' : `# ${place}${lost}`];
  });
}

const WIDEST = 60;

function aligned(lines: readonly Line[]): string {
  const lengths = lines.filter(([, comment]) => comment !== '').map(([text]) => text.length);
  const width = Math.min(WIDEST, Math.max(0, ...lengths));
  return lines.map(([text, comment]) => `${comment === '' ? text : `${text.padEnd(width)}  ${comment}`}\n`).join('');
}
