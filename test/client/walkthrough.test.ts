// The walkthrough: it leads to commands and settings that there are, its files are delivered, its example is what its texts say.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../kit/expect-findings';
import { manifest, settingInManifest } from '../kit/manifest';
import { snapshotFrom } from '../kit/snapshot';

const root = path.resolve(import.meta.dirname, '../..');
const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
const delivered = readFileSync(path.join(root, '.vscodeignore'), 'utf8');
const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe.each(steps.map((step) => [step.id, step] as const))(
  'step %s',
  (_, { description, media, completionEvents }) => {
    it('leads somewhere', () => {
      const links = Array.from(description.matchAll(/\]\(command:([\w.]+)(\?[^)]*)?\)/g));
      expect(links.length).toBeGreaterThan(0);
      for (const [, command = '', query = ''] of links) {
        if (command !== 'workbench.action.openSettings') expect(commands).toContain(command);
        else {
          const [setting = ''] = JSON.parse(decodeURIComponent(query.slice(1))) as readonly string[];
          settingInManifest(setting.replace('sshdConfig.', ''));
        }
      }
    });

    it('is done by something that there is', () => {
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':');
        if (kind === 'onCommand') expect(commands).toContain(name);
        else settingInManifest(name.replace('sshdConfig.', ''));
      }
    });

    it('has a picture or a page that is delivered', () => {
      const file = 'svg' in media ? media.svg : media.markdown;
      expect(existsSync(path.join(root, file ?? ''))).toBe(true);
      expect(delivered).toContain('!walkthrough/*');
    });
  },
);

it('the example has keepalive lines that do not do what they seem to, and nothing else to worry about', () => {
  const text = readFileSync(path.join(root, 'walkthrough/example.sshd_config'), 'utf8');
  const found = findingsOf(snapshotFrom(text)).map(({ rule, severity }) => `${severity} ${rule}`);
  expect(found).toEqual([
    'hint keepalive-disabled',
    'warning keepalive-swallowed-by-match',
    'warning keepalive-swallowed-by-match',
    'warning keepalive-window-too-long',
  ]);
});
