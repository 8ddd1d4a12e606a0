// The settings block of package.json and the table of settings in the README, both from the one list of settings.
import { SETTINGS_SECTION } from '../../server/src/lsp/messages';
import { SETTING_GROUPS, SETTINGS, type Setting } from '../../server/src/lsp/settings-schema';
import { code, table } from './markdown';
import type { Say } from './texts';

/** `contributes.configuration` of package.json: a part for each group, in the order of the list. */
export function configuration(say: Say): object {
  let order = 0;
  return SETTING_GROUPS.map(({ title, settings }) => ({
    title: say(`settings.title.${title}`, title),
    properties: Object.fromEntries(
      settings.map((setting) => [`${SETTINGS_SECTION}.${setting.name}`, property(setting, order++, say)] as const),
    ),
  }));
}

function property(setting: Setting, order: number, say: Say): object {
  return {
    order,
    ...typeOf(setting, say),
    scope: setting.scope ?? 'resource',
    markdownDescription: say(`settings.${setting.name}`, setting.description),
  };
}

function typeOf(setting: Setting, say: Say): object {
  const { name } = setting;
  switch (setting.type) {
    case 'list':
      return {
        type: 'array',
        default: setting.default,
        items: { type: 'string', ...patternOf(setting, say) },
        uniqueItems: true,
      };
    case 'map':
      return {
        type: 'object',
        default: setting.default,
        propertyNames: patternOf(setting, say),
        additionalProperties: { type: 'string', enum: setting.enum },
      };
    default:
      return {
        type: setting.type,
        default: setting.default,
        ...('minimum' in setting ? { minimum: setting.minimum } : {}),
        ...('enum' in setting ? { enum: setting.enum } : {}),
        ...('enumDescriptions' in setting
          ? {
              markdownEnumDescriptions: setting.enumDescriptions?.map((text, at) =>
                say(`settings.${name}.${setting.enum[at]}`, text),
              ),
            }
          : {}),
        ...('pattern' in setting ? patternOf(setting, say) : {}),
      };
  }
}

function patternOf(
  { name, pattern, fits }: Setting & { readonly pattern: string; readonly fits: string },
  say: Say,
): object {
  return { pattern, patternErrorMessage: say(`settings.${name}.fits`, fits) };
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
