// Pictures for docs/editing.md: one for each thing that the editor does while a file is written.
import type { Page } from 'playwright-core';
import { goTo, hoverOver, patience, runCommand, startCommand } from '../vscode-host/workbench';
import type { Camera } from './camera';

const WINDOW = { width: 860, height: 430 };

const coloured = `# sshd-config: target=debian-12
Port 2222
PermitRotLogin no
UseLogin no
Ciphers aes256-gcm@openssh.com,3des-cbc
AcceptEnv LANG LC_*
AllowUsers alice@10.0.0.0/8 bob
Banner none
Banner /etc/issue.net

Match User deploy,!root Address 10.0.0.0/8
    ForceCommand "/usr/bin/rsync --server"
    ChrootDirectory /srv/%u
`;

const untidy = `port=2222
permitrootlogin   no
  ClientAliveInterval\t60
clientalivecountmax 3
match user deploy
permittty no
x11forwarding no
match group sftp
ForceCommand internal-sftp
`;

const sections = `# sshd-config: target=debian-12
# --- Network ---
Port 22
ListenAddress 10.0.0.1

# --- Who may log in ---
AllowUsers alice bob deploy
PermitRootLogin no
#PasswordAuthentication yes

# --- Sessions ---
ClientAliveInterval 60
ClientAliveCountMax 3

Match User deploy
    PermitTTY no
    AllowTcpForwarding no

Match User alice,bob LocalPort 2222
    X11Forwarding yes
`;

const tree = {
  'etc/ssh/sshd_config': `Include /etc/ssh/sshd_config.d/*.conf
Port 22
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM yes
`,
  'etc/ssh/sshd_config.d/50-cloud-init.conf': 'PasswordAuthentication yes\n',
};

/** Takes them. */
export async function editingPictures({ show, made, save }: Camera): Promise<void> {
  await show(await made('tokens', coloured), (page) => save(page, 'semantic-tokens'), { ...WINDOW, width: 1060 });
  await show(await made('algorithms', sections), (page) => algorithms(page, save), { ...WINDOW, height: 600 });
  await show(await made('signature', sections), (page) => signature(page, save), WINDOW);
  await show(await made('untidy', untidy), (page) => formatting(page, save), WINDOW);
  await show(await made('outline', sections), (page) => outlineAndRename(page, save), { ...WINDOW, height: 560 });
  await show(await made('tree', tree), (page) => deadLine(page, save), WINDOW);
  await show(await made('steps', sections), (page) => walkthrough(page, save), { width: 1200, height: 760 });
}

type Save = Camera['save'];

/** Algorithms one at a time, graded, with their details. */
async function algorithms(page: Page, save: Save): Promise<void> {
  await goTo(page, 4, 100);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ciphers aes256-ctr,', { delay: 40 });
  const row = page.locator('.suggest-widget .monaco-list-row', { hasText: 'aes256-gcm' }).first();
  await row.waitFor({ timeout: patience });
  if ((await page.locator('.suggest-details-container:visible').count()) === 0)
    await page.keyboard.press('Control+Space');
  await save(page, 'completion-algorithms');
}

async function signature(page: Page, save: Save): Promise<void> {
  await goTo(page, 4, 100);
  await page.keyboard.press('Enter');
  await page.keyboard.type('MaxStartups 10:', { delay: 60 });
  await page.locator('.suggest-widget .monaco-list-row').first().waitFor({ timeout: patience });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Space');
  await page.locator('.parameter-hints-widget.visible').waitFor({ timeout: patience });
  await save(page, 'signature-help');
}

async function formatting(page: Page, save: Save): Promise<void> {
  await save(page, 'format-before');
  await runCommand(page, 'Format Document');
  await page.locator('.view-line', { hasText: 'Match User deploy' }).first().waitFor({ timeout: patience });
  await save(page, 'format-after');
}

async function outlineAndRename(page: Page, save: Save): Promise<void> {
  await save(page, 'hints-and-lenses');
  await page.keyboard.press('Control+Shift+O');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Network' })
    .first()
    .waitFor({ timeout: patience });
  await save(page, 'outline');
  await page.keyboard.press('Escape');
  await goTo(page, 15, 13);
  await page.keyboard.press('F2');
  await page.locator('.rename-box input').first().fill('ansible');
  await save(page, 'rename');
  await page.keyboard.press('Escape');
  await goTo(page, 12, 8);
  await runCommand(page, 'Quick Fix...');
  await page.locator('.action-widget .monaco-list-row').first().waitFor({ timeout: patience });
  await save(page, 'code-actions');
}

async function deadLine(page: Page, save: Save): Promise<void> {
  await page.locator('.squiggly-warning, .squiggly-unnecessary').first().waitFor({ timeout: patience });
  await hoverOver(page, 'PasswordAuthentication');
  await save(page, 'dead-line');
}

async function walkthrough(page: Page, save: Save): Promise<void> {
  await startCommand(page, 'Welcome: Open Walkthrough...');
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Know what your sshd will do' }).first();
  await row.click();
  await page.locator('.getting-started-step.expanded').first().waitFor({ timeout: patience });
  await save(page, 'walkthrough');
}
