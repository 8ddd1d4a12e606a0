// What sshd makes of its files, for one connection or for none: each keyword's value as `sshd -T` prints it, and the lines that decide.
import type { KnownDirective } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import type { Configuration, DirectiveInFile } from '../configuration';
import type { ConnectionSpec } from '../connection';
import { actingLines } from './acting-lines';

/** A line that would have counted, had another not stood in its way. */
export interface BeatenLine {
  readonly line: DirectiveInFile;
  readonly by: DirectiveInFile;
  /** `earlier`: the first value wins. `later`: the last one does. `block`: for this connection a Match block replaces what is global. */
  readonly because: 'earlier' | 'later' | 'block';
}

/** One keyword as it holds. */
export interface EffectiveSetting {
  readonly keyword: Keyword;
  /** What `sshd -T` prints behind the keyword, one for each line it prints; empty when it prints none. */
  readonly values: readonly string[];
  /** The lines that decide, in sshd's order; empty: the default holds. */
  readonly by: readonly DirectiveInFile[];
  readonly beaten: readonly BeatenLine[];
  readonly isDefault: boolean;
}

/** All that holds, or why sshd does not start. */
export type EffectiveConfig =
  | {
      readonly kind: 'settings';
      /** In the alphabetical order of the keywords. */
      readonly settings: readonly EffectiveSetting[];
      readonly setting: (keyword: Keyword) => EffectiveSetting | undefined;
    }
  | { readonly kind: 'refused'; readonly message: string; readonly by?: DirectiveInFile };

/** What holds for a connection; without one, what plain `sshd -T` prints. */
export function effectiveConfig(configuration: Configuration, connection?: ConnectionSpec): EffectiveConfig {
  const acting = actingLines(configuration, connection);
  const settings = configuration.catalog.directives
    .filter(
      ({ status, keyword, slot, argument }) => status === 'supported' && keyword === slot && hasValue(argument.name),
    )
    .map((directive) => settingOf(directive, acting.whenRead(directive.slot), acting.perConnection(directive.slot)));
  const byKeyword = new Map(settings.map((setting) => [setting.keyword, setting]));
  return { kind: 'settings', settings, setting: (keyword) => byKeyword.get(keyword) };
}

const hasValue = (kind: string) => kind !== 'match' && kind !== 'include';

function settingOf(
  directive: KnownDirective,
  global: readonly DirectiveInFile[],
  blocks: readonly DirectiveInFile[],
): EffectiveSetting {
  const acting = blocks.length > 0 ? blocks : global;
  const [by, because] = decidingOf(directive, acting);
  const beaten = [
    ...(acting === blocks
      ? beatenBy(
          by,
          global.filter((line) => !blocks.includes(line)),
          'block',
        )
      : []),
    ...beatenBy(by, acting, because),
  ];
  const values = by.length > 0 ? by.map(textOf) : directive.default === undefined ? [] : [directive.default];
  return { keyword: directive.slot, values, by, beaten, isDefault: by.length === 0 };
}

function beatenBy(
  by: readonly DirectiveInFile[],
  lines: readonly DirectiveInFile[],
  because: BeatenLine['because'],
): readonly BeatenLine[] {
  const [decider] = by;
  if (decider === undefined) return [];
  return lines.filter((line) => !by.includes(line)).map((line) => ({ line, by: decider, because }));
}

function decidingOf(
  { repeats }: KnownDirective,
  lines: readonly DirectiveInFile[],
): readonly [readonly DirectiveInFile[], 'earlier' | 'later'] {
  if (repeats === 'append' || repeats === 'every') return [lines, 'earlier'];
  return repeats === 'last' ? [lines.slice(-1), 'later'] : [lines.slice(0, 1), 'earlier'];
}

function textOf({ placed }: DirectiveInFile): string {
  return placed.line.words.map(({ value }) => value).join(' ');
}
