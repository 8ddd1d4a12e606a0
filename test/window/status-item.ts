/** The language status item: which sshd the file in front is judged for, and the way to change it. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { patience } from '../../scripts/vscode-host/workbench';
import { editorText, openFile } from './kit';

const FILE = 'status.sshd_config';

/** What the item shows, opened as somebody does who hovers over it. */
async function item(page: Page): Promise<string> {
  await page.locator('#status\\.languageStatus').hover();
  const shown = page.locator('.hover-language-status').filter({ hasText: 'OpenSSH' }).first();
  await shown.waitFor({ timeout: patience });
  const text = (await shown.textContent()) ?? '';
  await page.mouse.move(600, 300);
  await page.keyboard.press('Escape');
  return text;
}

/** Defines the tests. */
export function statusItem(): void {
  it('tells the target and why, and changes it by a comment in the file', async () => {
    const page = await openFile(FILE, 'Prt 22\n');
    expect(await item(page)).toMatch(/OpenSSH 10\.\d.*newest/);
    await page.locator('#status\\.languageStatus').hover();
    await page.locator('.hover-language-status').getByText('Change').first().click();
    const choice = (text: string) => page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
    await page.locator('.quick-input-widget input:visible').first().fill('debian-12');
    await choice('Debian 12').click();
    await choice('For this file').click();
    await expect.poll(() => editorText(page), { timeout: patience }).toContain('target=debian-12');
    await expect.poll(() => item(page), { timeout: patience }).toMatch(/Debian 12.*comment/);
  });
}
