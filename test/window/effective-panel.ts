/** The panel of the effective configuration: links lead to lines, everything goes without a mouse, an error is said. */
import { beforeAll, expect, it } from 'vitest';
import { ALL_THEMES, heard, unseenFocus, violations } from './accessibility';
import { dressed, expectCursorOn, focused, type Opened, openPanel, tabTo } from './kit';

/** Whose effective configuration is shown. */
export const SHARED_FILE = 'sshd_config';
const SHARED = `# sshd-config: target=debian-12
PermitRootLogin no
UsePAM yes
X11Forwarding yes
AllowGroups staff

Match User bob
    X11Forwarding no
`;

/** Defines the tests. They are to run in this order. */
export function effectivePanel(): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openPanel(SHARED_FILE, SHARED, 'Show Effective Configuration');
  });
  const link = (line: number) => opened.panel.getByRole('button', { name: `Go to sshd_config:${line}:` }).first();
  const user = () => opened.panel.getByRole('group', { name: 'Connection' }).getByLabel('User');
  const choose = (tab: string) => opened.panel.getByRole('tab', { name: tab }).click();

  it('goes without a mouse: it has the focus, the order of Tab, arrows in the table, Enter on a line', async () => {
    const { page, panel } = opened;
    await page.keyboard.press('Tab');
    const passed = await tabTo(opened, /^button Go to sshd_config:\d/);
    expect(passed).toEqual([
      'select Read by',
      'tab Settings',
      'select Compare with',
      'input User',
      'input Groups',
      'input Client host',
      'input Client address',
      'input Server address',
      'input Server port',
      'input Search',
      'button Copy as sshd -T',
      'button Open as Text',
      expect.stringMatching(/^button Go to/),
    ]);
    const first = await focused(panel);
    await page.keyboard.press('ArrowDown');
    const second = await focused(panel);
    expect(second).toMatch(/^button Go to/);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused(panel)).toBe(first);
    await page.keyboard.press('End');
    expect(await focused(panel)).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await focused(panel)).toBe(first);
    await page.keyboard.press('Enter');
    await expectCursorOn(page, Number(/sshd_config:(\d+)/.exec(first)?.[1]));
  });

  it('arrows move between the tabs, and only the chosen one is in the order of Tab', async () => {
    const { page, panel } = opened;
    await panel.getByRole('tab', { name: 'Settings' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(panel)).toBe('tab Who can log in');
    expect(await panel.getByRole('tabpanel').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await focused(panel)).toBe('button root');
    await page.keyboard.press('Enter');
    await panel.getByRole('tabpanel', { name: 'Settings' }).waitFor();
    expect(await focused(panel)).toBe('tab Settings');
    expect(await user().inputValue()).toBe('root');
  });

  it('gives a screen reader the table with its heads, what decides each row, and who can log in', async () => {
    const settings = await heard(opened.panel);
    expect(settings).toContain('tab "Settings" [selected]');
    expect(settings).toContain('table "Effective configuration of /etc/ssh/sshd_config"');
    expect(settings).toContain('row "Setting Value Decided by"');
    expect(settings).toContain('row "PermitRootLogin no Go to sshd_config:2: PermitRootLogin no"');
    expect(settings).toContain('row "Compression yes default"');
    expect(settings).toMatch(/status: \d+ settings, as seen by sshd -T/);
    await choose('Who can log in');
    const access = await heard(opened.panel);
    expect(access).toContain('table "Who can log in, and how"');
    expect(access).toContain('row "root No: not in AllowGroups Go to sshd_config:5: AllowGroups staff"');
    await choose('Settings');
  });

  it('a click goes to the line that decides, another one for another user', async () => {
    const { page } = opened;
    await user().fill('');
    await link(4).click();
    await expectCursorOn(page, 4);
    await user().fill('bob');
    await link(8).click();
    await expectCursorOn(page, 8);
    await choose('Who can log in');
    await opened.panel.locator('table.access').getByRole('button', { name: 'Go to sshd_config:5:' }).first().click();
    await expectCursorOn(page, 5);
    await choose('Settings');
  });

  it('what the count says changes with the search, for those who hear it', async () => {
    const counted = opened.panel.getByRole('status');
    await opened.panel.getByLabel('Search').fill('x11forwarding');
    await expect.poll(() => counted.textContent()).toMatch(/^1 of \d+ settings/);
    expect(await counted.getAttribute('aria-live')).toBe('polite');
    await opened.panel.getByLabel('Search').fill('');
  });

  it.each(ALL_THEMES)('can be read, heard and followed in a %s theme', async (theme) => {
    const { panel } = opened;
    await dressed(opened, theme);
    expect(await violations(panel)).toEqual([]);
    await panel.getByLabel('Read by').focus();
    expect(await unseenFocus(opened)).toEqual([]);
    await choose('Who can log in');
    expect(await violations(panel)).toEqual([]);
    await choose('Settings');
    await panel.getByLabel('Compare with').selectOption('connection');
    const address = panel.getByRole('group', { name: 'Connection' }).getByLabel('Client address');
    await address.fill('nowhere');
    await panel.locator('.problem:not(:empty)').first().waitFor();
    expect(await violations(panel)).toEqual([]);
    await address.fill('');
    await panel.getByLabel('Compare with').selectOption('nothing');
  });
}
