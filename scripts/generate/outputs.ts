// Every file that is generated, with the text it should have. Writes nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../../server/src/rules/registry';
import { grammarText } from '../generate-grammar';
import { directivesPage } from './directive-tables';
import { grammarLists } from './grammar-lists';
import { withSection } from './markdown';
import { policiesPage, rulesData, rulesOfVersion, rulesPage, targetsPage } from './pages';
import { configuration, manifestWith, settingsTable } from './settings';
import { clientBundle, manifestBundle, manifestTexts } from './texts';
import { tokenContributions } from './token-colours';
import { versionsPage } from './versions-page';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A generated file. */
export interface Output {
  /** From the project's folder. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Whether the file is like that already. */
  readonly fresh: boolean;
}

const { say, texts } = manifestTexts();
const contributions = { configuration: configuration(say), ...tokenContributions(say) };

// By file name; each gets the present text, which is empty where there is no file.
const MAKERS: Readonly<Record<string, (present: string) => string>> = {
  'syntaxes/sshd-config.tmLanguage.json': () => grammarText(grammarLists()),
  'docs/rules/README.md': rulesPage,
  'docs/rules/policies.md': policiesPage,
  'docs/rules/rules.json': rulesData,
  'docs/directives.md': directivesPage,
  'docs/targets.md': targetsPage,
  'docs/versions.md': versionsPage,
  'package.json': (present) => manifestWith(present, contributions),
  'package.nls.json': (present) => manifestBundle(present, texts),
  'l10n/bundle.l10n.json': () => clientBundle(path.join(root, 'client')),
  'README.md': (present) => withSection(present, 'settings', settingsTable()),
  'CHANGELOG.md': changelog,
};

function changelog(present: string): string {
  const versions = [...new Set(RULES.map(({ since }) => since))];
  return versions.reduce((text, version) => withSection(text, `rules of ${version}`, rulesOfVersion(version)), present);
}

/** All of them, in the order they are listed in. */
export function outputs(): readonly Output[] {
  return Object.entries(MAKERS).map(([name, make]) => {
    const file = path.join(root, name);
    const present = textOf(file);
    const text = make(present ?? '');
    return { name, path: file, text, fresh: text === present };
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
