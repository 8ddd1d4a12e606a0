// The settings section `sshdConfig`: fetched from the client, checked, completed with defaults. What settings mean, the core knows.
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { natProfile } from '../catalog/nat-timeouts';
import { policyNamed } from '../catalog/policies';
import { type Target, targetNamed } from '../catalog/targets';
import type { FormatSettings } from '../model/format-settings';
import { type RuleSettings, type Severity, severityNamed } from '../model/rule-settings';
import { DEFAULT_SETTINGS, type KeepaliveSettings, type Settings } from '../model/snapshot';
import { severityProblem } from '../rules/severity-problem';
import { SETTINGS_SECTION } from './messages';
import { failureText, type Log } from './run-safe';

/** The section, checked. */
export interface EditorSettings {
  readonly settings: Settings;
  /** Absent: `auto`. */
  readonly target?: Target;
  readonly sshd: SshdSettings;
  /** Folders that stand for `/`, as the user writes them. */
  readonly roots: readonly string[];
}

/** What the check with the installed sshd needs. */
export interface SshdSettings {
  /** Empty: the first one found. */
  readonly path: string;
  readonly checkOnSave: boolean;
}

const DEFAULT_SSHD: SshdSettings = { path: '', checkOnSave: false };

/** Where settings come from. */
export interface SettingsSource {
  /** The settings of a document. Never rejects. */
  readonly settingsOf: (uri: string) => Promise<EditorSettings>;
  /** Takes over what a client without the pull model sends when settings change. */
  readonly changed: (pushed: unknown) => void;
}

/** Pulls the section for each document where the client offers that, else takes what the client pushes. */
export function settingsSource(connection: Connection, client: ClientCapabilities, log: Log): SettingsSource {
  const complain = onceEach(log);
  let pushed: unknown;
  const section = async (uri: string): Promise<unknown> => {
    if (client.workspace?.configuration !== true) return pushed;
    return connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION });
  };
  return {
    settingsOf: async (uri) => {
      try {
        return readSettings(await section(uri), complain);
      } catch (error) {
        log(failureText('settings', error));
        return { settings: DEFAULT_SETTINGS, sshd: DEFAULT_SSHD, roots: [] };
      }
    },
    changed: (settings) => {
      pushed = isRecord(settings) ? settings[SETTINGS_SECTION] : undefined;
    },
  };
}

/** A section as sent by a client, checked value by value: one that does not fit is named to `complain` and its default taken. */
export function readSettings(section: unknown, complain: Log): EditorSettings {
  const top = reader(section, '', complain);
  const keepalive = reader(top.raw('keepalive'), 'keepalive.', complain);
  const program = reader(top.raw('sshd'), 'sshd.', complain);
  const preset = DEFAULT_SETTINGS.keepalive;
  const natTimeout = keepalive.parsed('path', seconds);
  const target = top.parsed('target', (name) => (name === 'auto' ? undefined : targetNamed(name)), 'auto');
  const values: KeepaliveSettings = {
    ...positive('interval', keepalive.whole('interval', 0, 0)),
    ...positive('countMax', keepalive.whole('countMax', 0, 0)),
    lostProbes: keepalive.whole('lostProbes', 0, preset.lostProbes),
    shortestWindow: keepalive.whole('shortestWindow', 0, preset.shortestWindow),
    longestWindow: keepalive.whole('longestWindow', 1, preset.longestWindow),
    ...(natTimeout === undefined ? {} : { natTimeout }),
  };
  const settings = {
    keepalive: values,
    format: formatSettings(reader(top.raw('format'), 'format.', complain)),
    inlayHints: flags(reader(top.raw('inlayHints'), 'inlayHints.', complain), DEFAULT_SETTINGS.inlayHints),
    codeLens: flags(reader(top.raw('codeLens'), 'codeLens.', complain), DEFAULT_SETTINGS.codeLens),
    rules: ruleSettings(top, complain),
  };
  const sshd = {
    path: program.parsed('path', absolutePath) ?? DEFAULT_SSHD.path,
    checkOnSave: program.flag('checkOnSave', DEFAULT_SSHD.checkOnSave),
  };
  const roots = top.words('roots').filter((root) => root !== '');
  return { settings, sshd, roots, ...(target === undefined ? {} : { target }) };
}

function formatSettings(format: Reader): FormatSettings {
  const preset = DEFAULT_SETTINGS.format;
  const oneOf = <T extends string>(key: string, words: readonly T[], usual: T): T =>
    format.parsed(key, (word) => words.find((one) => one === word)) ?? usual;
  return {
    indentMatch: format.flag('indentMatch', preset.indentMatch),
    keywordCase: oneOf('keywordCase', ['canonical', 'keep'], preset.keywordCase),
    separator: oneOf('separator', ['space', 'align', 'keep'], preset.separator),
    blankLinesBetweenBlocks: format.whole('blankLinesBetweenBlocks', 0, preset.blankLinesBetweenBlocks),
    mostBlankLines: format.whole('mostBlankLines', 0, preset.mostBlankLines),
  };
}

function flags<T extends Readonly<Record<string, boolean>>>(section: Reader, preset: T): T {
  return Object.fromEntries(Object.entries(preset).map(([name, usual]) => [name, section.flag(name, usual)])) as T;
}

// 0 stands for "work it out".
function positive(key: 'interval' | 'countMax', value: number): Partial<KeepaliveSettings> {
  return value === 0 ? {} : { [key]: value };
}

function ruleSettings(top: Reader, complain: Log): RuleSettings {
  const upgradeTo = top.parsed('upgradeTo', targetNamed);
  return {
    policy: top.parsed('policy', policyNamed) ?? DEFAULT_SETTINGS.rules.policy,
    severities: severities(top.raw('rules'), complain),
    keywords: top.words('knownKeywords').map((word) => word.toLowerCase()),
    ...(upgradeTo === undefined ? {} : { upgradeTo }),
  };
}

function severities(raw: unknown, complain: Log): RuleSettings['severities'] {
  const found: Record<string, Severity | 'off'> = {};
  if (raw !== undefined && !isRecord(raw))
    complain(`Setting ${SETTINGS_SECTION}.rules is ${JSON.stringify(raw)}, not an object; it is passed over.`);
  for (const [id, word] of Object.entries(isRecord(raw) ? raw : {})) {
    const problem = severityProblem(id, word);
    const severity = problem === undefined ? severityNamed(String(word)) : undefined;
    if (severity !== undefined) found[id] = severity;
    else complain(`Setting ${SETTINGS_SECTION}.rules: ${problem}; the entry is passed over.`);
  }
  return found;
}

function seconds(path: string): number | undefined {
  if (/^[1-9]\d{0,8}$/.test(path)) return Number(path);
  return natProfile(path)?.seconds;
}

function absolutePath(path: string): string | undefined {
  return /^(?:\/|[A-Za-z]:[\\/])./.test(path) ? path : undefined;
}

interface Reader {
  readonly raw: (key: string) => unknown;
  readonly whole: (key: string, least: number, preset: number) => number;
  readonly flag: (key: string, preset: boolean) => boolean;
  /** The texts of a list. */
  readonly words: (key: string) => readonly string[];
  /** What `parse` makes of a text; undefined for `neutral` and for what does not fit. */
  readonly parsed: <T>(key: string, parse: (text: string) => T | undefined, neutral?: string) => T | undefined;
}

function reader(section: unknown, prefix: string, complain: Log): Reader {
  const values = isRecord(section) ? section : {};
  const refuse = (key: string, wanted: string): undefined => {
    complain(
      `Setting ${SETTINGS_SECTION}.${prefix}${key} is ${JSON.stringify(values[key])}, not ${wanted}; the default is used.`,
    );
  };
  const raw = (key: string): unknown => values[key] ?? undefined;
  return {
    raw,
    whole: (key, least, preset) => {
      const value = raw(key);
      if (value === undefined) return preset;
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
      return refuse(key, `a whole number from ${least}`) ?? preset;
    },
    flag: (key, preset) => {
      const value = raw(key);
      if (value === undefined || typeof value === 'boolean') return value ?? preset;
      return refuse(key, 'true or false') ?? preset;
    },
    words: (key) => {
      const value = raw(key);
      if (value === undefined) return [];
      if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
      return refuse(key, 'a list of words') ?? [];
    },
    parsed: (key, parse, neutral = '') => {
      const value = raw(key);
      if (value === undefined || value === neutral) return undefined;
      const found = typeof value === 'string' || typeof value === 'number' ? parse(String(value).trim()) : undefined;
      return found ?? refuse(key, 'a value known here');
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

// Settings are read for each document; the same complaint is worth one line of the log.
function onceEach(log: Log): Log {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    log(message);
  };
}
