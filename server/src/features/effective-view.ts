// The effective configuration for the panel: what holds for a connection, the lines that decide and those they beat, beside another connection, target or text.
import { ipAddress } from '../base/ip-address';
import { plainText } from '../base/plain-text';
import { type Catalog, catalogAt } from '../catalog/catalog';
import { targetNamed } from '../catalog/targets';
import { type Configuration, readConfiguration } from '../model/configuration';
import type { ConnectionSpec } from '../model/connection';
import { type EffectiveConfig, type EffectiveSetting, effectiveConfig } from '../model/effective/effective-config';
import type { BeatenLine } from '../model/effective/effective-setting';
import { loneSource, type SourceFile, withSources } from '../model/source-set';
import { accessView } from './access-view';
import { connectionOptions, connectionText } from './connection-text';
import type { FeatureDocument } from './document';
import { mentionedNames } from './mentioned-names';
import { changesOfSaving } from './saving-changes';
import type { EffectiveView, ViewBeaten, ViewComparison, ViewQuery, ViewRow } from './view-data';
import { viewPlace } from './view-places';

/** What the panel shows for a query. */
export function effectiveView(document: FeatureDocument, query: ViewQuery): EffectiveView {
  const { snapshot } = document;
  const configuration = configurationFor(snapshot.configuration, query.target);
  const effective = effectiveConfig(configuration, query.connection);
  const other = query.compare && otherSide(configuration, query, query.compare);
  const { target } = configuration.catalog;
  return {
    uri: snapshot.uri,
    path: configuration.main.file.path,
    target: { id: target.id, label: target.label },
    rows: rowsOf(document, configuration, effective, other && effectiveConfig(other.configuration, other.connection)),
    ...refusal(document, effective),
    ...(other === undefined ? {} : { sides: other.sides }),
    findings: query.compare?.kind === 'saved' && other ? changesOfSaving(other.configuration, configuration) : [],
    problems: problemsOf(query.connection),
    notes: notesOf(configuration),
    command: `sshd -T${connectionOptions(query.connection)}`,
    names: mentionedNames(configuration),
    access: accessView(document, configuration),
  };
}

/** The files as another target reads them. */
export function configurationFor(configuration: Configuration, target: string | undefined): Configuration {
  const wanted = target === undefined ? undefined : targetNamed(target);
  if (wanted === undefined || wanted === configuration.catalog.target) return configuration;
  return readConfiguration(configuration.sources, catalogAt(wanted));
}

interface OtherSide {
  readonly configuration: Configuration;
  readonly connection: ConnectionSpec | undefined;
  readonly sides: readonly [shown: string, other: string];
}

function otherSide(configuration: Configuration, { connection }: ViewQuery, compare: ViewComparison): OtherSide {
  switch (compare.kind) {
    case 'connection':
      return {
        configuration,
        connection: compare.connection,
        sides: [connectionText(connection), connectionText(compare.connection)],
      };
    case 'target': {
      const other = configurationFor(configuration, compare.target);
      return {
        configuration: other,
        connection,
        sides: [configuration.catalog.target.label, other.catalog.target.label],
      };
    }
    case 'saved':
      return { configuration: withTexts(configuration, compare.texts), connection, sides: ['As edited', 'As saved'] };
  }
}

function withTexts({ sources, catalog }: Configuration, texts: Readonly<Record<string, string>>): Configuration {
  const changed = Object.entries(texts).flatMap(([uri, text]): SourceFile[] => {
    const source = sources.sources.get(uri);
    return source?.kind === 'file' ? [{ ...source, text }] : [];
  });
  return readConfiguration(withSources(sources, changed), catalog);
}

function rowsOf(
  document: FeatureDocument,
  configuration: Configuration,
  effective: EffectiveConfig,
  other: EffectiveConfig | undefined,
): readonly ViewRow[] {
  if (effective.kind === 'refused') return [];
  const preset = defaults(configuration.catalog);
  const defaultOf = ({ keyword }: EffectiveSetting) =>
    preset.kind === 'settings' ? preset.setting(keyword) : undefined;
  const rows = effective.settings.map((setting): ViewRow => {
    const same = sameValues(setting.values, defaultOf(setting)?.values);
    const compared = other?.kind === 'settings' ? other.setting(setting.keyword) : undefined;
    return {
      keyword: setting.keyword,
      values: setting.values,
      state: setting.by.length === 0 ? 'default' : same ? 'same' : 'changed',
      by: setting.by.map((line) => viewPlace(document, line)),
      beaten: setting.beaten.map((one) => beatenLine(document, one)),
      ...(other === undefined
        ? {}
        : {
            other: {
              values: compared?.values ?? [],
              by: (compared?.by ?? []).map((line) => viewPlace(document, line)),
              differs: !sameValues(setting.values, compared?.values ?? []),
            },
          }),
    };
  });
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

const ORDER = { changed: 1, same: 2, default: 3 };
const rank = ({ state, other }: ViewRow) => (other?.differs ? 0 : ORDER[state]);

const DEFAULTS = new WeakMap<Catalog, EffectiveConfig>();

function defaults(catalog: Catalog): EffectiveConfig {
  const known = DEFAULTS.get(catalog) ?? effectiveConfig(readConfiguration(loneSource(EMPTY), catalog));
  DEFAULTS.set(catalog, known);
  return known;
}

const EMPTY: SourceFile = { kind: 'file', uri: 'empty:', path: '', text: '', byteOrderMark: false };

function sameValues(one: readonly string[], other: readonly string[] | undefined): boolean {
  return one.length === other?.length && one.every((value, index) => value === other[index]);
}

function beatenLine(document: FeatureDocument, { line, because }: BeatenLine): ViewBeaten {
  return { place: viewPlace(document, line), why: WHY[because] };
}

const WHY: Readonly<Record<BeatenLine['because'], string>> = {
  earlier: 'comes later',
  later: 'comes earlier',
  block: 'global',
};

function refusal(document: FeatureDocument, effective: EffectiveConfig): Pick<EffectiveView, 'refused'> {
  if (effective.kind === 'settings') return {};
  const what = effective.phase === 'reading' ? 'sshd does not start' : 'sshd drops such a connection';
  const message = `${what}: ${plainText(effective.message)}`;
  return { refused: { message, ...(effective.by === undefined ? {} : { place: viewPlace(document, effective.by) }) } };
}

function problemsOf(connection: ConnectionSpec = {}): EffectiveView['problems'] {
  const { address, localAddress, localPort } = connection;
  const notAddress = (text: string | undefined) => text !== undefined && ipAddress(text) === undefined;
  return {
    ...(notAddress(address) ? { address: 'Not an IP address' } : {}),
    ...(notAddress(localAddress) ? { localAddress: 'Not an IP address' } : {}),
    ...(localPort !== undefined && !(localPort >= 1 && localPort <= 65535)
      ? { localPort: 'A port is 1 to 65535' }
      : {}),
  };
}

function notesOf({ includes, wanted, catalog }: Configuration): readonly string[] {
  const unread = includes.flatMap(({ files = [] }) => files).filter(({ kind }) => kind === 'failed');
  const unknown = wanted.uris.length + includes.filter(({ files }) => files === undefined).length;
  return [
    ...(unread.length > 0 ? [`Not read: ${unread.map(({ uri }) => decodeURIComponent(uri)).join(', ')}`] : []),
    ...(unknown > 0 && catalog.directive('Include') !== undefined
      ? ['Some of the included files are not known here; what they say is missing.']
      : []),
  ];
}
