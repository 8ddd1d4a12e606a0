/** Where the project and its ignored folders lie. No other file of the scripts spells these names. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Holds what is set up once and used again: VS Code's server and the browser. Ignored by git. */
export const hostFolder = path.join(projectRoot, '.vscode-host');

/** Holds the bundled end-to-end suites. Ignored by git. */
export const e2eFolder = path.join(projectRoot, '.e2e');
