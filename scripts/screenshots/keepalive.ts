// Pictures of the story the product was made for: a customer's file, what is wrong with it, the fix, the timeline. Only shows what the extension does.
import type { Page } from 'playwright-core';

const patience = 30_000;

const customers = `# sshd-config: nat-timeout=240
# The customer's file: somebody added keepalives at the bottom
Port 22
PermitRootLogin no
UsePAM yes
Subsystem sftp internal-sftp

Match User deploy
    AllowTcpForwarding no

ClientAliveInterval 100
ClientAliveCountMax 1000
`;

/** Opens a file of its own, in a window of its own, and hands the page over. */
type Show = (file: string, take: (page: Page) => Promise<void>, scheme?: 'dark' | 'light') => Promise<void>;

/** Writes docs/images/keepalive-*.png. */
export async function keepalivePictures(
  show: Show,
  made: (name: string, text: string) => Promise<string>,
  save: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await show(await made('keepalive-story', customers), async (page) => {
    await page.locator('.squiggly-warning').first().waitFor({ timeout: patience });
    await page.locator('.codelens-decoration', { hasText: 'Keepalive' }).first().waitFor({ timeout: patience });
    await save(page, 'keepalive-wrong');
    await command(page, 'Add Recommended Keepalive Lines');
    await page.locator('.view-line', { hasText: 'ClientAliveInterval 60' }).first().waitFor({ timeout: patience });
    await page.locator('.codelens-decoration', { hasText: '4 min' }).first().waitFor({ timeout: patience });
    await save(page, 'keepalive-cured');
    await hoverOver(page, 'ClientAliveInterval');
    await page.locator('.monaco-hover img').first().waitFor({ timeout: patience });
    await save(page, 'keepalive-hover');
  });
  for (const scheme of ['dark', 'light'] as const) {
    await show(
      await made(`keepalive-panel-${scheme}`, customers),
      async (page) => {
        await page.setViewportSize({ width: 1500, height: 1050 });
        await command(page, 'Show Keepalive Timeline');
        const view = page.frameLocator('iframe.webview').frameLocator('iframe');
        await view.locator('#use-advice').click({ timeout: patience });
        await view.locator('.verdict.good').waitFor({ timeout: patience });
        await view.locator('h1').scrollIntoViewIfNeeded();
        await save(page, scheme === 'dark' ? 'keepalive-panel' : `keepalive-panel-${scheme}`);
      },
      scheme,
    );
  }
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input:visible').first().fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: patience });
  await page.keyboard.press('Enter');
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
