// The settings block of package.json and the table of settings in the README, both from the one list of settings.
import { SETTINGS_SECTION } from '../../server/src/lsp/messages';
import { SETTINGS, type Setting } from '../../server/src/lsp/settings-schema';
import { code, table } from './markdown';

/** `contributes.configuration` of package.json. */
export function configuration(): object {
  const properties = SETTINGS.map((setting) => [`${SETTINGS_SECTION}.${setting.name}`, property(setting)] as const);
  return { title: 'sshd_config', properties: Object.fromEntries(properties) };
}

function property(setting: Setting): object {
  return {
    ...typeOf(setting),
    scope: setting.scope ?? 'resource',
    markdownDescription: setting.description,
  };
}

function typeOf(setting: Setting): object {
  switch (setting.type) {
    case 'list':
      return {
        type: 'array',
        default: setting.default,
        items: { type: 'string', ...patternOf(setting) },
        uniqueItems: true,
      };
    case 'map':
      return {
        type: 'object',
        default: setting.default,
        propertyNames: { pattern: setting.pattern, patternErrorMessage: setting.fits },
        additionalProperties: { type: 'string', enum: setting.enum },
      };
    default:
      return {
        type: setting.type,
        default: setting.default,
        ...('minimum' in setting ? { minimum: setting.minimum } : {}),
        ...('enum' in setting ? { enum: setting.enum } : {}),
        ...('enumDescriptions' in setting ? { markdownEnumDescriptions: setting.enumDescriptions } : {}),
        ...('pattern' in setting ? patternOf(setting) : {}),
      };
  }
}

function patternOf({ pattern, fits }: { readonly pattern: string; readonly fits: string }): object {
  return { pattern, patternErrorMessage: fits };
}

/** The table of the README. */
export function settingsTable(): string {
  const rows = SETTINGS.map((setting) => [
    code(`${SETTINGS_SECTION}.${setting.name}`),
    code(JSON.stringify(setting.default)),
    // `#name#` is a link only in VS Code's settings editor.
    setting.description.replace(/`#([\w.]+)#`/g, '`$1`'),
  ]);
  return table(['Setting', 'Default', 'What it does'], rows);
}

/** package.json with the generated blocks put in; the very same text when they are in already, whatever its layout. */
export function manifestWith(text: string, blocks: object): string {
  const manifest = JSON.parse(text) as { readonly contributes: object };
  const contributes = { ...manifest.contributes, ...blocks };
  if (JSON.stringify(manifest.contributes) === JSON.stringify(contributes)) return text;
  return `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n`;
}
