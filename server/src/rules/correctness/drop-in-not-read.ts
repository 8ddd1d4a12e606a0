// A file beside the main file that no Include of it reads: what it says does not count.
import { type Configuration, isComplete } from '../../model/configuration';
import { configFolder } from '../../model/include-path';
import type { Snapshot } from '../../model/snapshot';
import { insertion } from '../line-edits';
import { directiveRange, lineNumber, shortPath } from '../places';
import { defineRule, type Fix } from '../rule';
import { isSetAside } from '../set-aside';

export const dropInNotRead = defineRule({
  id: 'drop-in-not-read',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A drop-in file that no Include of the main file reads.',
  references: ['sshd_config(5), Include', 'servconf.c: sInclude'],
  *check(snapshot) {
    const { notReadBy, reading, model } = snapshot;
    const [first] = model.directives;
    if (notReadBy === undefined || first === undefined || !isAllKnown(notReadBy)) return;
    const { path } = reading.file;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (isSetAside(name)) return;
    const main = shortPath(snapshot, notReadBy.main.file.path);
    const missed = notReadBy.includes.find((one) => folderOf(one.path) === folderOf(path));
    const why =
      missed === undefined
        ? `no Include of \`${main}\` leads to it`
        : `the Include of ${missed.reading.file.path.slice(missed.reading.file.path.lastIndexOf('/') + 1)}:${lineNumber(missed.reading, missed.placed.lineIndex)} reads \`${missed.word.value}\`, which the name \`${name}\` does not fit`;
    yield {
      range: directiveRange(snapshot, first),
      message: `sshd does not read this file: ${why}. Nothing in it counts.${missed !== undefined && !name.endsWith('.conf') && missed.path.endsWith('.conf') ? ` Name it \`${name}.conf\`.` : ''}`,
      fixes: missed === undefined ? includeIt(snapshot, notReadBy, path) : [],
    };
  },
});

// While something is not known, nothing is said; nor where there is no main file.
function isAllKnown(configuration: Configuration): boolean {
  const { main, sources } = configuration.sources;
  return isComplete(configuration) && sources.get(main)?.kind === 'file';
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function includeIt({ catalog }: Snapshot, { main }: Configuration, path: string): readonly Fix[] {
  if (catalog.directive('Include')?.status !== 'supported') return [];
  const folder = folderOf(path);
  const inFolder = folder.startsWith(`${configFolder(catalog.target)}/`) && folder.endsWith('.d');
  const line = `Include ${inFolder && path.endsWith('.conf') ? `${folder}/*.conf` : path}`;
  if (/[\s"'#\\]/.test(path)) return [];
  const index = main.model.directives[0]?.lineIndex ?? main.tree.lines.length;
  return [
    {
      title: `Add \`${line}\` at the top of ${main.file.path.slice(main.file.path.lastIndexOf('/') + 1)}`,
      safety: 'unsafe',
      edits: [{ ...insertion(main.tree, index, [line]), uri: main.file.uri }],
    },
  ];
}
