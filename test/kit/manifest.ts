// The extension's manifest as an editor shows it: the texts of package.nls.json in their places.
import plain from '../../package.json';
import texts from '../../package.nls.json';

const BY_KEY: Readonly<Record<string, string>> = texts;

/** With texts instead of keys. */
export const manifest = JSON.parse(JSON.stringify(plain), (_, value: unknown) =>
  typeof value === 'string' ? value.replace(/^%(.+)%$/, (whole, key: string) => BY_KEY[key] ?? whole) : value,
) as typeof plain;

interface SettingInManifest {
  readonly default: unknown;
  readonly scope: string;
}

/** A setting's entry; the name is without its section. */
export function settingInManifest(name: string): SettingInManifest {
  const all: Readonly<Record<string, SettingInManifest>> = Object.assign(
    {},
    ...manifest.contributes.configuration.map(({ properties }) => properties),
  );
  const found = all[`sshdConfig.${name}`];
  if (found === undefined) throw new Error(`the manifest has no setting ${name}`);
  return found;
}
