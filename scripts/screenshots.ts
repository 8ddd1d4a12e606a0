/**
 * Pictures of the real product for the documents: `npm run screenshots` builds, then writes docs/images/*.png; with names behind it
 * (`readme`, `keepalive`, `views`, `editing`, `navigation`) only those.
 * To look at any other state: `npx tsx scripts/screenshots.ts look FILE OUT.png [LINE:COLUMN]` (counted from one;
 * with a position, the hover at that place is waited for; THEME in the environment names another colour theme).
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Camera } from './screenshots/camera';
import { editingPictures } from './screenshots/editing';
import { keepalivePictures } from './screenshots/keepalive';
import { navigationPictures } from './screenshots/navigation';
import { readmePictures } from './screenshots/readme';
import { effectiveViewPictures } from './screenshots/views';
import { projectRoot } from './vscode-host/paths';
import { endAll, onStop, run } from './vscode-host/processes';
import { goTo, patience, settle, startWorkbench } from './vscode-host/workbench';

const imageFolder = path.join(projectRoot, 'docs/images');

const SETS: Readonly<Record<string, (camera: Camera) => Promise<void>>> = {
  readme: readmePictures,
  keepalive: keepalivePictures,
  views: effectiveViewPictures,
  editing: editingPictures,
  navigation: navigationPictures,
};

async function look({ show }: Camera, [file, out, position]: readonly string[]): Promise<void> {
  if (file === undefined || out === undefined) throw new Error('Usage: screenshots.ts look FILE OUT.png [LINE:COLUMN]');
  const theme = process.env.THEME;
  const settings = theme === undefined ? {} : { 'workbench.colorTheme': theme };
  await show(
    path.resolve(file),
    async (page) => {
      const [line, column] = (position ?? '').split(':').map(Number);
      if (line !== undefined && line > 0) {
        await goTo(page, line, column ?? 1);
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+I');
        await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor({ timeout: patience });
      }
      await settle(page);
      await page.screenshot({ path: path.resolve(out) });
    },
    { settings },
  );
}

async function main(args: readonly string[]): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'sshd-config-shots-'));
  const cleanUp = async (): Promise<void> => {
    await endAll();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  onStop(cleanUp);
  try {
    const built = await run('npm', ['run', '--silent', 'build'], { cwd: projectRoot });
    if (built.code !== 0) throw new Error(`The build failed:\n${built.output}`);
    const workbench = await startWorkbench(scratch, console.log);
    const camera: Camera = {
      show: async (file, take, options) => {
        const page = await workbench.open(file, options);
        await take(page);
        await page.context().close();
      },
      made: async (name, files) => {
        const all = typeof files === 'string' ? { sshd_config: files } : files;
        for (const [inside, text] of Object.entries(all)) {
          const file = path.join(scratch, name, inside);
          await mkdir(path.dirname(file), { recursive: true });
          await writeFile(file, text);
        }
        return path.join(scratch, name, Object.keys(all)[0] ?? '');
      },
      save: async (page, name) => {
        await settle(page);
        await page.screenshot({ path: path.join(imageFolder, `${name}.png`) });
        console.log(`docs/images/${name}.png`);
      },
    };
    if (args[0] === 'look') await look(camera, args.slice(1));
    else
      for (const [name, take] of Object.entries(SETS)) if (args.length === 0 || args.includes(name)) await take(camera);
    await workbench.end();
  } finally {
    await cleanUp();
  }
}

await main(process.argv.slice(2));
