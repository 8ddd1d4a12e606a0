// What holds of the lines that set one keyword, and which of them lose: copy_set_server_options() and dump_config() of servconf.c.
import type { Settled } from '../../catalog/arguments/argument-kind';
import type { KnownDirective } from '../../catalog/catalog';
import type { Keyword } from '../../catalog/directives';
import type { Configuration } from '../configuration';
import { type ActingLine, type FittingBlocks, linesInBlocks, linesWhenRead } from './acting-lines';
import type { BeatenLine, EffectiveSetting } from './effective-setting';
import { type Sockets, sockets } from './listen-sockets';

type Kept = Map<KnownDirective, EffectiveSetting>;

// Where no block sets a keyword, every connection has the same of it.
const GLOBAL: Readonly<Record<'once' | 'again', WeakMap<Configuration, Kept>>> = {
  once: new WeakMap(),
  again: new WeakMap(),
};

/** One keyword as it holds for the connections that fit the blocks. */
export function settle(
  directive: KnownDirective,
  configuration: Configuration,
  fitting: FittingBlocks,
): EffectiveSetting {
  const blocks = linesInBlocks(configuration, directive.slot, fitting);
  const global = linesWhenRead(configuration, directive.slot);
  if (blocks.length > 0) return settingOf(directive, { configuration, fitting, global, blocks });
  const all = GLOBAL[fitting.again ? 'again' : 'once'];
  const kept: Kept = all.get(configuration) ?? new Map<KnownDirective, EffectiveSetting>();
  all.set(configuration, kept);
  const setting = kept.get(directive) ?? settingOf(directive, { configuration, fitting, global, blocks });
  kept.set(directive, setting);
  return setting;
}

/** One keyword as it stands when sshd has read its files and no connection has come. Undefined: the target does not know it. */
export function settleWhenRead(configuration: Configuration, keyword: Keyword): EffectiveSetting | undefined {
  const directive = configuration.catalog.directive(keyword);
  return directive && settle(directive, configuration, { again: false, fits: () => false });
}

interface Lines {
  readonly configuration: Configuration;
  readonly fitting: FittingBlocks;
  readonly global: readonly ActingLine[];
  readonly blocks: readonly ActingLine[];
}

function settingOf(directive: KnownDirective, lines: Lines): EffectiveSetting {
  const { values, by } = settled(directive, lines);
  return {
    keyword: directive.slot,
    values: isDumped(directive, by.length > 0) ? values : [],
    by: by.map(({ at }) => at),
    beaten: beatenOf(directive, lines, by),
    isDefault: by.length === 0,
  };
}

function isDumped({ dumped }: KnownDirective, set: boolean): boolean {
  return dumped === 'always' || (dumped === 'set' && set);
}

const SOCKETS: Readonly<Partial<Record<string, keyof Sockets>>> = {
  Port: 'ports',
  AddressFamily: 'family',
  ListenAddress: 'addresses',
};

function settled(directive: KnownDirective, lines: Lines): Settled<ActingLine> {
  const { configuration, fitting, global, blocks } = lines;
  const socket = SOCKETS[directive.slot];
  if (socket !== undefined) return sockets(configuration)[socket];
  const own = settledAlone(directive, lines);
  // keyboard-interactive is how challenge-response is done; up to 8.6 the latter's switch counts for both.
  const switchedOnBy = directive.switchedOnBy && configuration.catalog.directive(directive.switchedOnBy);
  if (!switchedOnBy || blocks.length > 0) return own;
  const other = settledAlone(switchedOnBy, {
    ...lines,
    global: linesWhenRead(configuration, switchedOnBy.slot),
    fitting: { ...fitting, again: false },
  });
  if (other.values[0] !== 'yes') return global.length === 0 ? { values: ['no'], by: other.by } : own;
  return { values: other.values, by: other.by };
}

function settledAlone(
  directive: KnownDirective,
  { fitting, global, blocks, configuration }: Lines,
): Settled<ActingLine> {
  const { argument, repeats, dumpedDefault: preset } = directive;
  if (argument.settle !== undefined)
    return argument.settle({
      target: configuration.catalog.target,
      global,
      blocks,
      again: fitting.again,
      ...(preset === undefined ? {} : { preset }),
    });
  const set = setting(directive, blocks);
  const acting = set.length > 0 ? set : setting(directive, global);
  const by = repeats === 'append' ? acting : repeats === 'last' ? acting.slice(-1) : acting.slice(0, 1);
  if (by.length > 0) return { values: by.flatMap(({ values }) => values), by: by.map(({ line }) => line) };
  if (preset === undefined) return { values: [], by: [] };
  // Lists are printed one a line.
  return { values: repeats === 'append' ? preset.split(' ') : [preset], by: [] };
}

interface SettingLine {
  readonly line: ActingLine;
  readonly values: readonly string[];
}

function setting({ argument }: KnownDirective, lines: readonly ActingLine[]): readonly SettingLine[] {
  return lines.flatMap((line) => {
    const values = argument.printed === undefined ? [line.words[0]?.value ?? ''] : argument.printed(line);
    return values === undefined ? [] : [{ line, values }];
  });
}

function beatenOf(
  { repeats }: KnownDirective,
  { global, blocks }: Lines,
  by: readonly ActingLine[],
): readonly BeatenLine[] {
  const [first] = by;
  if (first === undefined) return [];
  const deciding = new Set(by.map(({ at }) => at));
  const beaten: BeatenLine[] = [];
  const again = new Set(blocks.map(({ at }) => at));
  if (blocks.length > 0)
    for (const line of global)
      if (!deciding.has(line.at) && !again.has(line.at))
        beaten.push({ line: line.at, by: winnerOver(line, by, first).at, because: 'block' });
  const acting = blocks.length > 0 ? blocks : global;
  let passed = false;
  for (const line of acting) {
    passed ||= line.at === first.at;
    if (deciding.has(line.at)) continue;
    const later = repeats === 'last' || !passed;
    beaten.push({ line: line.at, by: winnerOver(line, by, first).at, because: later ? 'later' : 'earlier' });
  }
  return beaten;
}

// Where several lines decide, one of the same name: subsystems.
function winnerOver({ words }: ActingLine, by: readonly ActingLine[], first: ActingLine): ActingLine {
  return by.length < 2 ? first : (by.find((one) => one.words[0]?.value === words[0]?.value) ?? first);
}
