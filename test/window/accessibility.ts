/** What people need who use a screen reader, a keyboard or strong contrasts: axe's rules, and a focus that can be seen. */
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Theme } from '../../scripts/vscode-host/workbench';
import { focused, type Opened } from './kit';

/** The four kinds of themes. */
export const ALL_THEMES: readonly Theme[] = ['light', 'high-contrast-dark', 'high-contrast-light', 'dark'];

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, with the elements it means. */
export async function violations(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axe.source);
  return panel.evaluate(async (standards) => {
    const { axe: inside } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations: found } = await inside.run(document, { runOnly: { type: 'tag', values: standards } });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}: ${failureSummary}`),
    );
  }, STANDARDS);
}

/** What a screen reader is given: roles, names and states, in order. */
export function heard(panel: Frame): Promise<string> {
  return panel.locator('body').ariaSnapshot();
}

/** Controls that the theme's focus ring does not stand around while they have the focus; each is asked while it has it, by Tab from where the focus is. */
export async function unseenFocus({ page, panel }: Opened): Promise<readonly string[]> {
  const found: string[] = [];
  for (let stops = 0; stops < 40; stops++) {
    const now = await focused(panel);
    // Behind the last control the window goes on.
    if (now === 'nothing') break;
    const seen = await panel.evaluate(() => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement ?? document.body);
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.setProperty('color', 'var(--vscode-focusBorder)');
      const { color } = getComputedStyle(probe);
      probe.remove();
      return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 1 && outlineColor === color;
    });
    if (!seen) found.push(now);
    await page.keyboard.press('Tab');
  }
  return found;
}
