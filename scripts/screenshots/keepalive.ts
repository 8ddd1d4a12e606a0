// Pictures of the story the product was made for: a customer's file, what is wrong with it, the path, the fix, the timeline. Only shows what the extension does.
import { hoverOver, panelFrame, patience, runCommand, startCommand } from '../vscode-host/workbench';
import type { Camera } from './camera';

const customers = `# The customer's file: somebody added keepalives at the bottom
Port 22
PermitRootLogin no
UsePAM yes
Subsystem sftp internal-sftp

Match User deploy
    AllowTcpForwarding no

ClientAliveInterval 100
ClientAliveCountMax 1000
`;

/** Writes docs/images/keepalive-*.png. */
export async function keepalivePictures({ show, made, save }: Camera): Promise<void> {
  await show(await made('keepalive-story', customers), async (page) => {
    await page.locator('.squiggly-warning').first().waitFor({ timeout: patience });
    await page.locator('.codelens-decoration', { hasText: 'Keepalive' }).first().waitFor({ timeout: patience });
    await hoverOver(page, 'ClientAliveCountMax');
    await save(page, 'keepalive-wrong');
    await startCommand(page, 'Choose What Idle Connections Pass');
    const choice = (label: string) => page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first();
    await choice('strict').waitFor({ timeout: patience });
    await save(page, 'keepalive-path');
    await choice('strict').click();
    await choice('For this file').click();
    await page.locator('.view-line', { hasText: 'nat-timeout=240' }).first().waitFor({ timeout: patience });
    await runCommand(page, 'Add Recommended Keepalive Lines');
    await page.locator('.view-line', { hasText: 'ClientAliveInterval 60' }).first().waitFor({ timeout: patience });
    await page.locator('.codelens-decoration', { hasText: '4 min' }).first().waitFor({ timeout: patience });
    await save(page, 'keepalive-cured');
    await hoverOver(page, 'ClientAliveInterval');
    await page.locator('.monaco-hover img').first().waitFor({ timeout: patience });
    await save(page, 'keepalive-hover');
  });
  for (const theme of ['dark', 'light', 'high-contrast-dark'] as const) {
    await show(
      await made(`keepalive-panel-${theme}`, `# sshd-config: nat-timeout=240\n${customers}`),
      async (page) => {
        await runCommand(page, 'Show Keepalive Timeline');
        const view = await panelFrame(page);
        await view.locator('#use-advice').click({ timeout: patience });
        await view.locator('.verdict.good').waitFor({ timeout: patience });
        await view.locator('h1').scrollIntoViewIfNeeded();
        await save(page, theme === 'dark' ? 'keepalive-panel' : `keepalive-panel-${theme}`);
      },
      { theme, width: 1500, height: 1050 },
    );
  }
}
