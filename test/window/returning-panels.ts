/** What was open comes back when the window does: the panel in front with what was tried in it, the one behind once it is shown. */
import { expect, it } from 'vitest';
import { SHARED_FILE } from './effective-panel';
import { CUSTOMERS_FILE } from './keepalive-panel';
import { expectCursorOn, type Opened, reloaded, shownAgain } from './kit';

/** Defines the tests, to run behind those of both panels. */
export function returningPanels(): void {
  const user = ({ panel }: Opened) => panel.getByRole('group', { name: 'Connection' }).getByLabel('User');
  const link = ({ panel }: Opened) => panel.getByRole('button', { name: 'Go to sshd_config:8:' }).first();
  const interval = ({ panel }: Opened) => panel.getByRole('spinbutton', { name: 'ClientAliveInterval, seconds' });
  const tried = ({ panel }: Opened) => panel.getByRole('heading', { name: /^With 17 s/ });
  let opened: Opened;

  it('the one in front has what was tried', async () => {
    opened = await shownAgain(SHARED_FILE);
    await user(opened).fill('bob');
    await link(opened).waitFor();
    opened = await shownAgain(CUSTOMERS_FILE);
    await interval(opened).fill('17');
    await tried(opened).waitFor();
    opened = await reloaded();
    await tried(opened).waitFor();
    expect(await interval(opened).inputValue()).toBe('17');
  });

  it('the one behind has its connection', async () => {
    opened = await shownAgain(SHARED_FILE);
    await link(opened).waitFor();
    expect(await user(opened).inputValue()).toBe('bob');
    await link(opened).click();
    await expectCursorOn(opened.page, 8);
  });
}
