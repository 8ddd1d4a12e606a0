// Pictures of the README: a misspelt keyword, a hover, completion, and the quick fix of the keepalives.
import { goTo, hoverOver, patience } from '../vscode-host/workbench';
import type { Camera } from './camera';

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

/** Takes them. */
export async function readmePictures({ show, made, save }: Camera): Promise<void> {
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
