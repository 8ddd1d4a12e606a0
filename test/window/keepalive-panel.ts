/** The keepalive panel: sliders by keyboard, "Write to File" as one step to undo. */
import { beforeAll, expect, it } from 'vitest';
import { ALL_THEMES, heard, unseenFocus, violations } from './accessibility';
import { dressed, editorText, focused, type Opened, openPanel, tabTo } from './kit';

/** Whose keepalives are shown. */
export const CUSTOMERS_FILE = 'edge.sshd_config';
// The file that the product was made for: keepalives at the bottom, below a Match.
const CUSTOMERS = `# sshd-config: target=debian-12 nat-timeout=240
Port 22
UsePAM yes

Match User deploy
    PermitTTY no

ClientAliveInterval 100
ClientAliveCountMax 1000
`;

/** Defines the tests. They are to run in this order. */
export function keepalivePanel(): void {
  let opened: Opened;
  let before = '';
  beforeAll(async () => {
    opened = await openPanel(CUSTOMERS_FILE, CUSTOMERS, 'Show Keepalive Timeline');
    before = await editorText(opened.page);
  });
  const verdict = () => opened.panel.getByRole('status');
  const interval = () => opened.panel.getByRole('spinbutton', { name: 'ClientAliveInterval, seconds' });
  const undo = async () => {
    await opened.page.locator('.monaco-editor .view-lines').first().click();
    await opened.page.keyboard.press('Control+Z');
    await expect.poll(() => editorText(opened.page)).toBe(before);
  };

  it('gives a screen reader the picture in words, the verdict and the table of connections', async () => {
    const told = await heard(opened.panel);
    expect(told).toContain('slider "ClientAliveInterval, seconds"');
    expect(told).toContain('img "No probe is sent. The NAT forgets the session after 4 min.');
    expect(told).toContain('status: Nothing is sent, so the NAT mapping of an idle connection expires after 4 min.');
    expect(told).toContain('table "Who is cut off when, as the file is now"');
    expect(told).toContain('row "Connections Interval Count What happens Path"');
    expect(told).toContain('row "Match User deploy 100 s 1000 dead client cut off after 55 h 36 min 40 s');
  });

  it('goes without a mouse: it has the focus, the order of Tab, sliders by arrows, the verdict is said', async () => {
    const { page, panel } = opened;
    await page.keyboard.press('Tab');
    const passed = await tabTo(opened, /^button Try the Advice/);
    expect(passed).toEqual([
      'select Connections',
      'select Path',
      'input Idle timeout of the path, seconds',
      ...[
        'ClientAliveInterval, seconds',
        'ClientAliveCountMax, probes',
        'Lost probes to bear',
        'Link outage to survive, seconds',
        'Dead sessions gone within, seconds',
      ].flatMap((label) => [`input ${label}`, `input ${label}`]),
      // "Write to File" has nothing to write yet.
      expect.stringMatching(/^button Try the Advice/),
    ]);
    await tabTo(opened, /^input ClientAliveInterval/, 'Shift+Tab');
    await page.keyboard.type('300');
    await expect.poll(() => verdict().getAttribute('class')).toContain('bad');
    expect(await verdict().getAttribute('aria-live')).toBe('polite');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(panel)).toBe('input ClientAliveInterval, seconds');
    await page.keyboard.press('Home');
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await panel.getByRole('heading', { name: /^With 3 s and/ }).waitFor();
    await tabTo(opened, /^button Try the Advice/);
    await page.keyboard.press('Enter');
    await expect.poll(() => verdict().getAttribute('class')).toContain('good');
    await tabTo(opened, /^button Write to File/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => editorText(page)).toMatch(/^ClientAliveInterval \d+[\s\S]*^Match User/m);
    await undo();
  });

  it('"Write to File" writes what is tried where it takes effect, and one undo takes it back', async () => {
    const { page, panel } = opened;
    // The panel hears of the undo before this a moment later, and of the advice too.
    await expect.poll(() => interval().inputValue()).toBe('0');
    await panel.locator('#use-advice').click();
    await panel.locator('.verdict.good').waitFor();
    await expect.poll(() => interval().inputValue()).not.toBe('0');
    const advised = await interval().inputValue();
    await panel.getByRole('button', { name: 'Write to File' }).click();
    await expect.poll(() => editorText(page)).toContain(`\nClientAliveInterval ${advised}`);
    const text = await editorText(page);
    expect(text.indexOf('ClientAliveInterval')).toBeLessThan(text.indexOf('Match User deploy'));
    await undo();
  });

  it.each(ALL_THEMES)('can be read, heard and followed in a %s theme', async (theme) => {
    const { panel } = opened;
    await dressed(opened, theme);
    await panel.locator('details').evaluateAll((all) => all.map((one) => one.setAttribute('open', '')));
    expect(await violations(panel)).toEqual([]);
    await panel.getByLabel('Connections').focus();
    expect(await unseenFocus(opened)).toEqual([]);
  });
}
