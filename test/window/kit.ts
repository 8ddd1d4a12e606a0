/** What the tests of a window share: one VS Code with a browser in front, one window for most of them, what the editor shows, and the keyboard. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  dress,
  openAnother,
  panelFrame,
  patience,
  reload,
  runCommand,
  startWorkbench,
  type Theme,
  type Workbench,
} from '../../scripts/vscode-host/workbench';

/** The window with a file and a panel beside it. Opening one takes longest of all, so all tests share it. */
export interface Opened {
  readonly page: Page;
  readonly panel: Frame;
}

let workbench: Workbench | undefined;
let scratch = '';
let onlyPage: Page | undefined;

export async function start(): Promise<void> {
  scratch = await mkdtemp(path.join(tmpdir(), 'sshd-config-panels-'));
  workbench = await startWorkbench(scratch, console.log);
}

export async function end(): Promise<void> {
  await workbench?.end();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}

/** Opens a new file with this text and the panel of the command, which has the focus then. */
export async function openPanel(name: string, text: string, command: string): Promise<Opened> {
  const page = await openFile(name, text);
  await runCommand(page, command);
  return shown(page, `: ${name}`);
}

/** Opens a new file with this text in the window that all share. */
export async function openFile(name: string, text: string): Promise<Page> {
  const file = await written(path.join('files', name), text);
  if (onlyPage === undefined) onlyPage = await theWorkbench().open(file, { width: 1500, height: 900 });
  else await openAnother(onlyPage, file);
  return onlyPage;
}

/** Opens it in a window of its own, on a folder that nobody trusts yet. */
export async function untrustedWindow(name: string, text: string): Promise<Page> {
  const file = await written(path.join('untrusted', name), text);
  return theWorkbench().open(file, {
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  });
}

async function written(name: string, text: string): Promise<string> {
  const file = path.join(scratch, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

function theWorkbench(): Workbench {
  if (workbench === undefined) throw new Error('not started');
  return workbench;
}

/** Shows the panel of a file again. */
export async function shownAgain(name: string): Promise<Opened> {
  const page = theWindow();
  await page
    .locator('.tab', { hasText: `: ${name}` })
    .first()
    .click();
  return shown(page, `: ${name}`);
}

/** Reloads the window, which brings the panel in front back. */
export async function reloaded(): Promise<Opened> {
  const page = theWindow();
  await reload(page);
  return { page, panel: await panelFrame(page) };
}

async function shown(page: Page, title: string): Promise<Opened> {
  await page.locator('.tab.active', { hasText: title }).first().waitFor({ timeout: patience });
  return { page, panel: await panelFrame(page) };
}

function theWindow(): Page {
  if (onlyPage === undefined) throw new Error('no panel was opened');
  return onlyPage;
}

/** Gives the window another theme and waits until the panel has it. */
export async function dressed({ page, panel }: Opened, theme: Theme): Promise<void> {
  await dress(page, theme);
  const look = () => panel.evaluate(() => document.body.getAttribute('data-vscode-theme-kind'));
  await expect.poll(look, { timeout: 10_000 }).toBe(`vscode-${theme.replace('high-contrast-dark', 'high-contrast')}`);
}

/** Waits until the cursor stands on a line, counted from one. */
export async function expectCursorOn(page: Page, line: number): Promise<void> {
  await expect
    .poll(() => page.locator('.monaco-editor .active-line-number').first().textContent(), { timeout: 10_000 })
    .toBe(String(line));
}

/** The text of the editor. */
export async function editorText(page: Page): Promise<string> {
  const lines = page.locator('.monaco-editor .view-lines').first().locator('.view-line');
  const placed = await lines.evaluateAll((all) =>
    all.map((line) => ({ top: Number.parseInt((line as HTMLElement).style.top, 10), text: line.textContent ?? '' })),
  );
  return placed
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .join('\n');
}

/** Role and name of what has the focus in a page, as a screen reader would begin to say it. */
export async function focused(panel: Frame): Promise<string> {
  return panel.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim().slice(0, 80)}`;
  });
}

/** Presses a key until what has the focus is as described, and tells what was passed on the way. */
export async function tabTo({ page, panel }: Opened, wanted: RegExp, key = 'Tab'): Promise<readonly string[]> {
  const passed: string[] = [];
  for (let tries = 0; tries < 60; tries++) {
    const now = await focused(panel);
    passed.push(now);
    if (wanted.test(now)) return passed;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} is not reached by ${key}; passed: ${passed.join(' | ')}`);
}
