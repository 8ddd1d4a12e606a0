/**
 * The workbench as somebody uses it who has a mouse and a keyboard: windows on files, in a theme, with commands run by their
 * titles. For screenshots and for the tests of a window; extension tests run inside VS Code and need none of this.
 */
import path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import {
  bareSettings,
  developmentLink,
  type RunningServer,
  remoteUri,
  startServer,
  workbenchUrl,
  writeSettings,
} from './server';
import { setUpVscode } from './setup';

/** How long anything may take. */
export const patience = 30_000;

/** The themes that VS Code brings for the four kinds there are. */
const THEMES = {
  dark: { id: 'Default Dark Modern', label: 'Dark Modern' },
  light: { id: 'Default Light Modern', label: 'Light Modern' },
  'high-contrast-dark': { id: 'Default High Contrast', label: 'Dark High Contrast' },
  'high-contrast-light': { id: 'Default High Contrast Light', label: 'Light High Contrast' },
} as const;

export type Theme = keyof typeof THEMES;

const settings = {
  ...bareSettings,
  'window.autoDetectColorScheme': false,
  'editor.fontSize': 16,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace",
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'off',
  'editor.suggest.showStatusBar': false,
};

/** What a window is to be like. */
export interface WindowOptions {
  readonly theme?: Theme | undefined;
  readonly width?: number;
  readonly height?: number;
  /** Settings beside those that keep a picture calm. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A server with a browser in front. */
export interface Workbench {
  /** Opens a file in a window of its own and hands it over once the extension has spoken; the folder is the file's own. */
  readonly open: (file: string, options?: WindowOptions) => Promise<Page>;
  readonly end: () => Promise<void>;
}

/** Starts both; `scratch` takes the data. */
export async function startWorkbench(scratch: string, report: (line: string) => void): Promise<Workbench> {
  const host = await setUpVscode(report);
  const dataFolder = path.join(scratch, 'data');
  const server: RunningServer = await startServer({ host, dataFolder, settings });
  const browser: Browser = await launchBrowser(report);
  const extension = await developmentLink(scratch);
  return {
    open: async (file, { theme = 'dark', width = 1000, height = 600, settings: own = {} } = {}) => {
      await writeSettings(dataFolder, { ...settings, 'workbench.colorTheme': THEMES[theme].id, ...own });
      const colorScheme = theme.endsWith('light') ? 'light' : 'dark';
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
      const payload = [
        ['extensionDevelopmentPath', remoteUri(server.port, extension)],
        ['openFile', remoteUri(server.port, file)],
      ] as const;
      await page.goto(workbenchUrl(server.port, { folder: path.dirname(file), payload }));
      await answered(page);
      await runCommand(page, 'View: Close Primary Side Bar');
      return page;
    },
    end: async () => {
      await browser.close();
      await server.end();
    },
  };
}

/** Opens another file in the first group of editors. By its path: the list of the folder's files may be older than the file. */
export async function openAnother(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await startCommand(page, 'Go to File...');
  await page.locator('.quick-input-widget input[placeholder*="Search files"]:visible').first().fill(file);
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: path.basename(file) });
  await row.first().click();
  await page
    .locator('.tab.active', { hasText: path.basename(file) })
    .first()
    .waitFor({ timeout: patience });
}

/** Gives an open window another theme. */
export async function dress(page: Page, theme: Theme): Promise<void> {
  await startCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget input[placeholder*="Theme"]').fill(THEMES[theme].label);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: THEMES[theme].label }).first().click();
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: patience });
}

// In a browser the workbench stores what is open every five seconds, and cannot wait for the storage when it is left.
const UNTIL_STORED_MS = 6000;

/** Reloads a window as somebody does who comes back later: with what was open, and not with what was asked for in the address. */
export async function reload(page: Page): Promise<void> {
  await page.waitForTimeout(UNTIL_STORED_MS);
  const url = new URL(page.url());
  const payload = JSON.parse(url.searchParams.get('payload') ?? '[]') as readonly (readonly [string, string])[];
  url.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
  await page.goto(url.href);
}

/** Waits for the file and for the first thing that the extension says of it. */
export async function answered(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: patience });
  const hint = page.getByText('first probe after');
  const finding = page.locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
  await finding.or(hint).first().waitFor({ timeout: patience });
}

/** Runs a command of the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await startCommand(page, title);
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: patience });
}

/** The same for a command that goes on to ask. */
export async function startCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input:visible').first();
  await pressUntil(page, 'F1', input);
  await input.fill(`>${title}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
}

// While the focus moves between the editor and the page of a panel, a key may go nowhere.
async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await page.keyboard.press(key);
    const isShown = await shown.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
  }
  throw new Error(`${key} does nothing`);
}

/** The page inside of the panel in front, once something stands in it. */
export async function panelFrame(page: Page): Promise<Frame> {
  const inside = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const heading = inside.locator('h1').first();
  await heading.waitFor({ timeout: patience });
  const frame = await (await heading.elementHandle())?.ownerFrame();
  if (frame === null || frame === undefined) throw new Error('the panel has no page');
  return frame;
}

/** Moves the cursor, counted from one. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input:visible').first().fill(`:${line},${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: patience });
}

/** The first tries may come before the extension is up, and an empty answer is not asked for again. */
export async function hoverOver(page: Page, word: string): Promise<void> {
  const popup = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: word }).first();
  for (let tries = 0; tries < 15; tries++) {
    await page.locator('.view-line span', { hasText: word }).last().hover();
    try {
      return await popup.waitFor({ timeout: 2000 });
    } catch (error) {
      if (tries === 14) throw error;
      await page.mouse.move(900, 500);
    }
  }
}

/** Waits until two pictures in a row are the same: no animation, no late answer. */
export async function settle(page: Page): Promise<void> {
  let before = await page.screenshot();
  for (let round = 0; round < 20; round++) {
    await page.waitForTimeout(300);
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
}
