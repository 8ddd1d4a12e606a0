// Pictures for docs/editing.md: finding one's way, what is shown on request, templates, the status item, settings, a workspace that is not trusted.
import type { Page } from 'playwright-core';
import { goTo, patience, runCommand, startCommand } from '../vscode-host/workbench';
import type { Camera } from './camera';

const WINDOW = { width: 860, height: 430 };

const tree = {
  'etc/ssh/sshd_config': `# Read https://man.openbsd.org/sshd_config first
Include /etc/ssh/sshd_config.d/*.conf
Banner /etc/issue.net

# region Who may log in
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin no
# endregion

Match User deploy
    PasswordAuthentication no
    PermitTTY no

Match Group sftponly
    ForceCommand internal-sftp
    ChrootDirectory /srv/sftp/%u
`,
  'etc/ssh/sshd_config.d/50-cloud-init.conf': 'PasswordAuthentication yes\n',
  'etc/issue.net': 'Authorised users only.\n',
};

const quiet = `Ciphers -3des-cbc,aes*-cbc
LoginGraceTime 600
LoginGraceTime 60
#MaxAuthTries 3
UsePAM yes
ClientAliveInterval 60
ClientAliveCountMax 3

Match User deploy Address 10.0.0.0/8
    PermitTTY no
`;
const everything = {
  'sshdConfig.inlayHints.lists': true,
  'sshdConfig.inlayHints.decidedBy': true,
  'sshdConfig.inlayHints.defaults': true,
  'sshdConfig.codeLens.matchBlocks': true,
};

const lists = `AllowUsers alice bob deploy
KexAlgorithms mlkem768x25519-sha256,curve25519-sha256,ecdh-sha2-nistp256
UsePAM yes
`;

const template = `# {{ ansible_managed }}
Port {{ ssh_port | default(22) }}
PermitRotLogin no
{% for user in users %}
Match User {{ user.name }}
    PermitTTY {{ user.tty }}
{% endfor %}
`;

/** Takes them. */
export async function navigationPictures({ show, made, save }: Camera): Promise<void> {
  await show(await made('way', tree), (page) => findingOnesWay(page, save), { ...WINDOW, height: 480 });
  await show(await made('selection', lists), (page) => selection(page, save), WINDOW);
  await show(await made('request', quiet), (page) => save(page, 'hints-on-request'), {
    ...WINDOW,
    settings: everything,
  });
  await show(await made('template', { 'sshd_config.j2': template }), (page) => save(page, 'template'), WINDOW);
  await show(await made('status', `# sshd-config: target=debian-12\nPrt 22\n`), (page) => status(page, save), WINDOW);
  await show(await made('settings', 'Prt 22\n'), (page) => settings(page, save), { width: 1100, height: 700 });
  await show(await made('trust', 'Prt 22\n'), (page) => restricted(page, save), {
    ...WINDOW,
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  });
}

type Save = Camera['save'];

async function findingOnesWay(page: Page, save: Save): Promise<void> {
  await goTo(page, 6, 4);
  await page.locator('.wordHighlight, .wordHighlightStrong').first().waitFor({ timeout: patience });
  await page.locator('.detected-link').first().waitFor({ timeout: patience });
  await save(page, 'highlights-and-links');
  await page.keyboard.press('Shift+F12');
  await page.locator('.reference-zone-widget .monaco-list-row').first().waitFor({ timeout: patience });
  await save(page, 'references');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Fold All');

  await save(page, 'folding');
  await runCommand(page, 'Unfold All');
  await startCommand(page, 'Go to Symbol in Workspace...');
  await page.locator('.quick-input-widget input:visible').first().fill('#password');
  await page
    .locator('.quick-input-widget .monaco-list-row', { hasText: 'PasswordAuthentication' })
    .first()
    .waitFor({ timeout: patience });
  await save(page, 'symbols');
}

/** A list element, then the whole list; then a block written by a snippet. */
async function selection(page: Page, save: Save): Promise<void> {
  await goTo(page, 2, 40);
  // The first steps are the editor's own: parts of a word.
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Shift+Alt+ArrowRight');
  await save(page, 'selection');
  await goTo(page, 3, 100);
  await page.keyboard.press('Enter');
  await page.keyboard.type('sftp', { delay: 60 });
  await page
    .locator('.suggest-widget .monaco-list-row', { hasText: 'file transfer only' })
    .first()
    .waitFor({ timeout: patience });
  if ((await page.locator('.suggest-details-container:visible').count()) === 0)
    await page.keyboard.press('Control+Space');
  await save(page, 'snippet');
}

async function status(page: Page, save: Save): Promise<void> {
  await page.locator('#status\\.languageStatus').hover();
  await page.locator('.hover-language-status').first().waitFor({ timeout: patience });
  await save(page, 'status');
}

async function settings(page: Page, save: Save): Promise<void> {
  await startCommand(page, 'Preferences: Open Settings (UI)');
  const search = page
    .locator('.settings-editor .suggest-input-container .native-edit-context, .settings-editor textarea')
    .first();
  await search.waitFor({ timeout: patience });
  await page.keyboard.type('@ext:sshd-config.sshd-config', { delay: 10 });
  await page.locator('.settings-editor .setting-item-contents').first().waitFor({ timeout: patience });
  await save(page, 'settings');
}

async function restricted(page: Page, save: Save): Promise<void> {
  await startCommand(page, 'Check with the Installed sshd');
  await runCommand(page, 'Notifications: Show Notifications');
  await page.locator('.notification-list-item-message').first().waitFor({ timeout: patience });
  await save(page, 'restricted');
}
