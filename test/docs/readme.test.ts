// What the README says of commands, settings and exit status is what the manifest and the command line have.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { settingsTable } from '../../scripts/generate/settings';
import { USAGE } from '../../server/src/cli/arguments';
import { manifest } from '../kit/manifest';

const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');

it('names every command of the palette', () => {
  for (const { title } of manifest.contributes.commands) expect(readme).toContain(`| ${title} |`);
});

it('has the table of settings', () => {
  expect(readme).toContain(settingsTable());
});

it('shows only options and commands that the command line has', () => {
  const shown = Array.from(readme.matchAll(/node dist\/cli\.js (.*)$/gm), ([, words = '']) => words.split(' '));
  expect(shown.length).toBeGreaterThan(0);
  for (const word of shown.flat().filter((one) => /^(--[a-z]+|[a-z]+)$/.test(one) && one !== 'json'))
    if (word !== 'sshd_config') expect(USAGE).toContain(word);
});

it('names scripts that there are', () => {
  const documents = ['README.md', 'CONTRIBUTING.md'].map((name) =>
    readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8'),
  );
  const named = documents.flatMap((text) => Array.from(text.matchAll(/npm run ([a-z-]+)/g), ([, name = '']) => name));
  for (const name of named) expect(Object.keys(manifest.scripts)).toContain(name);
});
