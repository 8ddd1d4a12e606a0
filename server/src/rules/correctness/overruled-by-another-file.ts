// A setting that a line of another file overrules: a drop-in read before the main file, or before another drop-in.
import type { DirectiveInFile } from '../../model/configuration';
import { argumentText } from '../../model/effective-config';
import type { Overruled } from '../../model/repeats';
import type { Snapshot } from '../../model/snapshot';
import { insertion, removal } from '../line-edits';
import { isHere, lineNumber, shortPath } from '../places';
import { defineRule, type Fix } from '../rule';
import { JOINED_ON_ONE_LINE, repeatReports, shown, writtenValue } from './repeat-reports';

export const overruledByAnotherFile = defineRule({
  id: 'overruled-by-another-file',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A setting without effect, because a line of another file decides.',
  references: ['sshd_config(5), Include', 'servconf.c: process_server_config_line_depth()'],
  checkKeyword: (keyword, snapshot) =>
    repeatReports(keyword, snapshot, {
      mine: ({ by }) => !isHere(snapshot, by),
      message: (overruled, decides) => message(snapshot, overruled, decides),
      severity: ({ line, by }) => (isOff(by) && isOn(line) ? 'information' : 'warning'),
      fixes: (overruled) => moves(snapshot, overruled),
    }),
});

// Files of the system are switched off so on purpose, and who misses a feature notices; who takes one for switched off does not.
const isOn = ({ placed }: DirectiveInFile) => /^yes$/i.test(argumentText(placed));
const isOff = ({ placed }: DirectiveInFile) => /^no$/i.test(argumentText(placed));

function message(snapshot: Snapshot, { line, part, by, order, same }: Overruled, decides: string): string {
  const { placed } = line;
  const keyword = placed.directive?.slot ?? placed.line.keyword.value;
  const what = part === undefined ? writtenValue(placed.line) : placed.line.text.slice(part.start, part.end);
  if (same)
    return order === 'first'
      ? `${decides} has set ${keyword} to the same value already; ${shown(what)} changes nothing.`
      : `${decides} sets ${keyword} to the same value again.`;
  const value = part === undefined ? `, to ${shown(writtenValue(by.placed.line))}` : '';
  if (order === 'last')
    return `${keyword} is set again later, in ${decides}${value}; here the last value counts, so ${shown(what)} has no effect.`;
  const head = `${keyword} is set earlier, in ${decides}${value}; ${shown(what)} has no effect.`;
  if (JOINED_ON_ONE_LINE.has(keyword)) return `${head} Lines of ${keyword} do not add up.`;
  if (!areSiblings(line, by)) return head;
  return `${head} sshd reads the files in the order of their names: to decide, this one would have to sort before \`${shortPath(snapshot, by.reading.file.path)}\`.`;
}

// Both found by one Include.
function areSiblings({ reading: one }: DirectiveInFile, { reading: other }: DirectiveInFile): boolean {
  return one.via !== undefined && one.via === other.via;
}

/** The fix that moves the line above the Include which leads to the line that decides. */
function moves(snapshot: Snapshot, { line, part, by, order, same }: Overruled): readonly Fix[] {
  if (part !== undefined || order === 'last' || same) return [];
  const include = includeOf(line, by);
  if (include === undefined || include.placed.block !== line.placed.block) return [];
  const { tree } = snapshot;
  const text = line.placed.line.text.trim();
  const indent = include.placed.line.text.slice(0, include.placed.line.keyword.start);
  return [
    {
      title: `Move this line above the Include of line ${lineNumber(snapshot, include.placed.lineIndex)}, where it decides`,
      safety: 'unsafe',
      edits: [insertion(tree, include.placed.lineIndex, [indent + text]), removal(tree, line.placed)],
    },
  ];
}

// The Include line of this reading, above the line, by which sshd came to the other file.
function includeOf(line: DirectiveInFile, by: DirectiveInFile): DirectiveInFile | undefined {
  for (let at = by.reading.via; at !== undefined; at = at.reading.via)
    if (at.reading === line.reading) return at.placed.lineIndex < line.placed.lineIndex ? at : undefined;
  return undefined;
}
