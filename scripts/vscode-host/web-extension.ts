/** Loads an extension into the browser's own (web worker) extension host, as vscode.dev would. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

// The workbench looks for the host of the tests by their address, so they have to seem a part of the extension.
const mounts = { extension: '/__extension', tests: '/__extension/__tests' } as const;

/** Where the extension and its test entry lie on the disk. */
export interface WebExtension {
  readonly folder: string;
  readonly testEntry: string;
}

/** Must be called before the page goes to the workbench of the server on `port`. */
export async function mountWebExtension(page: Page, port: number, { folder, testEntry }: WebExtension): Promise<void> {
  await mount(page, mounts.extension, path.resolve(folder));
  // Playwright asks the route that was added last first.
  await mount(page, mounts.tests, path.resolve(path.dirname(testEntry)));
  const uri = (urlPath: string): object => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: urlPath });
  const development = {
    extensions: [uri(mounts.extension)],
    extensionTestsPath: uri(`${mounts.tests}/${path.basename(testEntry)}`),
  };
  await page.addInitScript({ content: configure(JSON.stringify(development)) });
}

/** Files come from the workbench's own origin, straight from the disk. */
async function mount(page: Page, at: string, folder: string): Promise<void> {
  await page.context().route(
    (url) => url.pathname.startsWith(`${at}/`),
    async (route) => {
      const wanted = decodeURIComponent(new URL(route.request().url()).pathname.slice(at.length));
      const file = path.join(folder, wanted);
      if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) await route.fulfill({ path: file });
      else await route.fulfill({ status: 404, body: 'not found' });
    },
  );
}

/**
 * Names the extension in the workbench's start-up configuration as soon as that is parsed. The document itself must
 * not be intercepted: Chromium then refuses its web sockets to the loopback address.
 */
const configure = (development: string): string => `
  new MutationObserver((_, observer) => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta) return;
    observer.disconnect();
    const settings = JSON.parse(meta.getAttribute('data-settings'));
    settings.developmentOptions = { ...settings.developmentOptions, ...${development} };
    meta.setAttribute('data-settings', JSON.stringify(settings));
  }).observe(document, { childList: true, subtree: true });`;
