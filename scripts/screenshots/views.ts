/** Pictures of the panels, in dark and light: opens a panel by its command and fills in what the picture is to show. */
import type { FrameLocator, Page } from 'playwright-core';

/** A server whose Match blocks and lists treat people differently. */
const shared = `# sshd-config: target=debian-12
Port 22
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM yes
X11Forwarding yes
AllowGroups ssh-users wheel

ClientAliveInterval 60
ClientAliveCountMax 3

Subsystem sftp internal-sftp

Match Group sftp
    ForceCommand internal-sftp
    ChrootDirectory /srv/%u
    X11Forwarding no

Match Address 10.0.0.0/8
    PasswordAuthentication yes
    X11Forwarding no
`;

const patience = 30_000;

/** The settings and the logins, in dark and in light. */
export async function effectiveViewPictures(
  show: (file: string, take: (page: Page) => Promise<void>, scheme: 'dark' | 'light') => Promise<void>,
  made: (name: string, text: string) => Promise<string>,
  save: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    const ending = scheme === 'dark' ? '' : '-light';
    await show(
      await made(`effective-${scheme}`, shared),
      async (page) => {
        await page.setViewportSize({ width: 1400, height: 820 });
        const view = await openEffectiveView(page);
        const field = (name: string) => view.getByRole('combobox', { name, exact: true });
        await field('User').fill('alice');
        await field('Groups').fill('ssh-users');
        await field('Client address').fill('10.1.2.3');
        await view.getByText('user=alice,addr=10.1.2.3').waitFor({ timeout: patience });
        await save(page, `effective-view${ending}`);
        await view.getByRole('tab', { name: 'Who can log in' }).click();
        await save(page, `access-view${ending}`);
        await view.getByRole('button', { name: 'Go to sshd_config:3' }).first().click();
        await page.locator('.active-line-number', { hasText: /^3$/ }).waitFor({ timeout: patience });
      },
      scheme,
    );
  }
}

/** Opens the panel of the effective configuration and hands its page over. */
async function openEffectiveView(page: Page): Promise<FrameLocator> {
  await runCommand(page, 'Show Effective Configuration');
  const inside = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await inside.locator('table.settings').waitFor({ timeout: patience });
  return inside;
}

/** Runs a command of the palette by its title. */
async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input:visible').first().fill(`>${title}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: patience });
}
