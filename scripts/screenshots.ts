/**
 * Pictures of the real product for the README: `npm run screenshots` builds, then writes docs/images/*.png; with the word
 * `keepalive` only those of the story, with `views` those of the panels too.
 * To look at any other state: `npx tsx scripts/screenshots.ts look FILE OUT.png [LINE:COLUMN]` (counted from one;
 * with a position, the hover at that place is waited for; THEME in the environment names another colour theme).
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { keepalivePictures } from './screenshots/keepalive';
import { effectiveViewPictures } from './screenshots/views';
import { launchBrowser } from './vscode-host/browser';
import { projectRoot } from './vscode-host/paths';
import { endAll, onStop, run } from './vscode-host/processes';
import { developmentLink, remoteUri, startServer, workbenchUrl } from './vscode-host/server';
import { setUpVscode } from './vscode-host/setup';

const imageFolder = path.join(projectRoot, 'docs/images');
const patience = 30_000;

const settings = {
  // Without a theme of its own a picture is as dark or light as its page asks for.
  ...(process.env.THEME === undefined ? {} : { 'workbench.colorTheme': process.env.THEME }),
  'window.autoDetectColorScheme': process.env.THEME === undefined,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.fontSize': 16,
  'editor.fontFamily': "'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace",
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
  'editor.suggest.showStatusBar': false,
};

const misspelt = `# A server on the edge of a network
Port 22
PermitRotLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM yes

ClientAliveInterval 60
ClientAliveCountMax 3

Subsystem sftp internal-sftp

Match User deploy
    AllowTcpForwarding no
    PermitTTY no
`;
const healthy = misspelt.replace('PermitRotLogin', 'PermitRootLogin');
const silent = healthy
  .replace(/ClientAlive.*\n/g, '')
  .replace('UsePAM yes\n', 'UsePAM yes\nTCPKeepAlive yes\n')
  .replace('\n\n\n', '\n\n');

/** Opens a file of its own, in a window of its own, and hands the page over. */
type Show = (file: string, take: (page: Page) => Promise<void>, scheme?: 'dark' | 'light') => Promise<void>;

async function pictures(show: Show, scratch: string, only?: string): Promise<void> {
  const made = async (name: string, text: string): Promise<string> => {
    const file = path.join(scratch, name, 'sshd_config');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  };
  const save = async (page: Page, name: string): Promise<void> => {
    await settle(page);
    await page.screenshot({ path: path.join(imageFolder, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  };
  await keepalivePictures(show, made, save);
  if (only === 'keepalive') return;
  await effectiveViewPictures(show, made, save);
  if (only === 'views') return;
  await show(await made('squiggle', misspelt), async (page) => {
    await page.locator('.squiggly-error').first().waitFor({ timeout: patience });
    await hoverOver(page, 'PermitRotLogin');
    await save(page, 'squiggle');
  });
  await show(await made('hover', healthy), async (page) => {
    await hoverOver(page, 'ClientAliveInterval');
    await save(page, 'hover');
  });
  await show(await made('completion', healthy), async (page) => {
    await goTo(page, 3, 100);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Permit', { delay: 60 });
    const row = page.locator('.suggest-widget .monaco-list-row', { hasText: 'PermitOpen' }).first();
    await row.waitFor({ timeout: patience });
    if ((await page.locator('.suggest-details-container:visible').count()) === 0)
      await page.keyboard.press('Control+Space');
    await save(page, 'completion');
  });
  await show(await made('fix', silent), async (page) => {
    await goTo(page, 7, 4);
    await page.keyboard.press('Control+.');
    const chosen = page.locator('.action-widget .monaco-list-row.focused', {
      hasText: 'Add recommended keepalive lines',
    });
    await page.locator('.action-widget .monaco-list-row.focused').first().waitFor({ timeout: patience });
    for (let row = 0; row < 10 && (await chosen.count()) === 0; row++) await page.keyboard.press('ArrowDown');
    await save(page, 'before-fix');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'ClientAliveCountMax' }).first().waitFor({ timeout: patience });
    await save(page, 'after-fix');
  });
}

async function look(show: Show, [file, out, position]: readonly string[]): Promise<void> {
  if (file === undefined || out === undefined) throw new Error('Usage: screenshots.ts look FILE OUT.png [LINE:COLUMN]');
  await show(path.resolve(file), async (page) => {
    const [line, column] = (position ?? '').split(':').map(Number);
    if (line !== undefined && line > 0) {
      await goTo(page, line, column ?? 1);
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor({ timeout: patience });
    }
    await settle(page);
    await page.screenshot({ path: path.resolve(out) });
  });
}

async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input:visible').first().fill(`:${line},${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: patience });
}

/** The first tries may come before the extension is up, and an empty answer is not asked for again. */
async function hoverOver(page: Page, word: string): Promise<void> {
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
async function settle(page: Page): Promise<void> {
  let before = await page.screenshot();
  for (let round = 0; round < 20; round++) {
    await page.waitForTimeout(300);
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
}

async function main(args: readonly string[]): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'sshd-config-shots-'));
  const cleanUp = async (): Promise<void> => {
    await endAll();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  onStop(cleanUp);
  try {
    const built = await run('npm', ['run', '--silent', 'build'], { cwd: projectRoot });
    if (built.code !== 0) throw new Error(`The build failed:\n${built.output}`);
    const host = await setUpVscode(console.log);
    const server = await startServer({ host, dataFolder: path.join(scratch, 'data'), settings });
    const browser = await launchBrowser(console.log);
    const extension = await developmentLink(scratch);
    const show: Show = async (file, take, scheme = 'dark') => {
      const page = await browser.newPage({ viewport: { width: 1000, height: 600 }, colorScheme: scheme });
      const payload = [
        ['extensionDevelopmentPath', remoteUri(server.port, extension)],
        ['openFile', remoteUri(server.port, file)],
      ] as const;
      await page.goto(workbenchUrl(server.port, { folder: path.dirname(file), payload }));
      await openEditor(page);
      await take(page);
      await page.context().close();
    };
    await (args[0] === 'look' ? look(show, args.slice(1)) : pictures(show, scratch, args[0]));
    await browser.close();
  } finally {
    await cleanUp();
  }
}

/** Waits for the file and for the first thing that the extension says of it, then gives the editor all the room. */
async function openEditor(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: patience });
  const hint = page.getByText('first probe after');
  const finding = page.locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
  await finding.or(hint).first().waitFor({ timeout: patience });
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+B');
}

await main(process.argv.slice(2));
