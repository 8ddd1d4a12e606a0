// What sshd makes of its files, for one connection or for none: each keyword's value as `sshd -T` prints it, and the lines that decide.
import type { Catalog, KnownDirective } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import { fittingBlocks } from './acting-lines';
import type { EffectiveSetting } from './effective-setting';
import { type Refusal, refusalOfConnection, refusalWhenRead } from './refusals';
import { settle } from './settle';

export type { EffectiveSetting } from './effective-setting';

/** All that holds, or why sshd refuses. */
export type EffectiveConfig =
  | {
      readonly kind: 'settings';
      /** In the alphabetical order of the keywords. */
      readonly settings: readonly EffectiveSetting[];
      readonly setting: (keyword: Keyword) => EffectiveSetting | undefined;
    }
  | Refused;

/** sshd does not start, or drops the connection, or `sshd -T` cannot say. */
export interface Refused {
  readonly kind: 'refused';
  readonly phase: Refusal['phase'];
  readonly message: string;
  readonly by?: DirectiveInFile;
}

/** How the question is meant. */
export interface Asking {
  /** As `sshd -T -C` answers it: it stops at a Match line that asks for what is not known. Absent: such a line does not fit. */
  readonly asTested?: boolean;
  /** As if what sshd refuses were not there: for an editor, where a line is often half written. */
  readonly evenIfRefused?: boolean;
}

/** What holds for a connection; without one, what plain `sshd -T` prints. */
export function effectiveConfig(
  configuration: Configuration,
  connection?: ConnectionSpec,
  asking: Asking = {},
): EffectiveConfig {
  const reading = asking.evenIfRefused ? undefined : refusalWhenRead(configuration);
  if (reading !== undefined) return refused(reading);
  const fitting = fittingBlocks(configuration, connection);
  const connecting = asking.evenIfRefused ? undefined : refusalOfConnection(configuration, connection, fitting);
  if (connecting !== undefined && (connecting.phase !== 'question' || asking.asTested)) return refused(connecting);
  const settings = settingKeywords(configuration.catalog).map((one) => settle(one, configuration, fitting));
  const byKeyword = new Map(settings.map((setting) => [setting.keyword, setting]));
  return { kind: 'settings', settings, setting: (keyword) => byKeyword.get(keyword) };
}

function refused(refusal: Refusal): Refused {
  return { kind: 'refused', ...refusal };
}

const KEYWORDS = new WeakMap<Catalog, readonly KnownDirective[]>();

function settingKeywords(catalog: Catalog): readonly KnownDirective[] {
  const known =
    KEYWORDS.get(catalog) ??
    catalog.directives.filter(
      ({ status, keyword, slot, repeats }) => status === 'supported' && keyword === slot && repeats !== 'every',
    );
  KEYWORDS.set(catalog, known);
  return known;
}
