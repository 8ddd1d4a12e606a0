/** A workspace that the user does not trust yet: everything works but the check with the installed sshd, until it is trusted. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { hoverOver, patience, runCommand } from '../../scripts/vscode-host/workbench';
import { untrustedWindow } from './kit';

async function checkWithSshd(page: Page): Promise<string> {
  await runCommand(page, 'Check with the Installed sshd');
  // A newer VS Code may keep to itself what nobody waits for.
  await runCommand(page, 'Notifications: Show Notifications');
  const message = page.locator('.notification-list-item-message', { hasText: 'sshd' }).first();
  await message.waitFor({ timeout: patience });
  const text = (await message.textContent()) ?? '';
  await runCommand(page, 'Notifications: Clear All Notifications');
  return text;
}

/** Defines the tests. */
export function untrusted(): void {
  it('findings and hovers are there, the installed sshd is not started, and trust changes that', async () => {
    const page = await untrustedWindow('sshd_config', 'Prt 22\nUsePAM yes\n');
    await page.getByText('Restricted Mode').first().waitFor({ timeout: patience });
    await page.locator('.squiggly-error').first().waitFor({ timeout: patience });
    await hoverOver(page, 'UsePAM');
    expect(await checkWithSshd(page)).toContain('this workspace is not trusted');
    await runCommand(page, 'Workspaces: Manage Workspace Trust');
    await page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: /^Trust/ })
      .first()
      .click();
    await page.getByText('You are in Restricted Mode').waitFor({ state: 'hidden', timeout: patience });
    // A newer VS Code asks in a dialog, which Escape closes.
    await page.locator('.workspace-trust-title-text').first().click();
    await page.keyboard.press('Escape');
    await page.locator('.tab', { hasText: 'sshd_config' }).first().click();
    expect(await checkWithSshd(page)).not.toContain('not trusted');
  });
}
