// The page's texts in the user's language, as `l10n` of the editor's API: the panel hands the editor's bundle over with the page.

const bundle = JSON.parse(document.getElementById('view')?.dataset.texts ?? '{}') as Readonly<Record<string, string>>;

export const l10n = {
  /** The text in the user's language, with the arguments in the places `{0}`, `{1}`. */
  t: (text: string, ...args: readonly (string | number)[]): string =>
    (bundle[text] ?? text).replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place)),
};
