/** Pictures of the effective configuration, in dark, light and high contrast: opens the panel by its command and fills in what is to be seen. */
import { panelFrame, patience, runCommand } from '../vscode-host/workbench';
import type { Camera } from './camera';

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

/** The settings and the logins. */
export async function effectiveViewPictures({ show, made, save }: Camera): Promise<void> {
  for (const theme of ['dark', 'light', 'high-contrast-dark'] as const) {
    const ending = theme === 'dark' ? '' : `-${theme}`;
    await show(
      await made(`effective-${theme}`, shared),
      async (page) => {
        await runCommand(page, 'Show Effective Configuration');
        const view = await panelFrame(page);
        const field = (name: string) => view.getByRole('combobox', { name, exact: true });
        await field('User').fill('alice');
        await field('Groups').fill('ssh-users');
        await field('Client address').fill('10.1.2.3');
        await view.getByText('user=alice,addr=10.1.2.3').waitFor({ timeout: patience });
        await save(page, `effective-view${ending}`);
        await view.getByRole('tab', { name: 'Who can log in' }).click();
        await save(page, `access-view${ending}`);
      },
      { theme, width: 1400, height: 820 },
    );
  }
}
