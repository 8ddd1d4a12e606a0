// A keyword the target's sshd does not know: it refuses the file.
import { ownValue } from '../../base/own-value';
import { entryOf } from '../../catalog/catalog';
import { CLIENT_KEYWORDS } from '../../catalog/client-keywords';
import type { Directive } from '../../catalog/directive';
import { targetHas, whenKnown } from '../../catalog/known-span';
import { unknownDirectiveWords } from '../../catalog/sshd-words';
import { shortName } from '../../catalog/versions';
import type { PlacedDirective } from '../../model/file-model';
import type { Snapshot } from '../../model/snapshot';
import { lineRemoval } from '../line-removal';
import { defineRule, type Fix, type Report } from '../rule';

export const unknownDirective = defineRule({
  id: 'unknown-directive',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: "A keyword that the target's sshd does not know.",
  references: ['servconf.c: parse_token()'],
  *checkLine(placed, snapshot) {
    if (placed.directive !== undefined) return;
    // The user says that this sshd knows it.
    const { keywords } = snapshot.settings.rules;
    if (!keywords.includes(placed.line.keyword.value.toLowerCase())) yield report(placed, snapshot);
  },
});

function report(placed: PlacedDirective, snapshot: Snapshot): Report {
  const { line } = placed;
  const written = line.keyword.value;
  const { message, instead = [] } = explain(written, snapshot);
  const fixes: Fix[] = instead.map((word, index) => ({
    title: `Change to \`${word}\``,
    safety: 'unsafe',
    edits: [{ start: line.keyword.start, end: line.keyword.end, newText: word }],
    ...(index === 0 ? { preferred: true } : {}),
  }));
  return {
    range: line.keyword,
    message,
    // In a block that is not active it is "not allowed" as well, and that stops sshd.
    ...(placed.active ? { soft: true } : {}),
    fixes: [...fixes, lineRemoval(line, 'Remove the line')],
    sshdSays: unknownDirectiveWords(line, snapshot.catalog.target),
  };
}

interface Explained {
  readonly message: string;
  readonly instead?: readonly string[];
}

function explain(written: string, { catalog }: Snapshot): Explained {
  const client = ownValue(CLIENT_KEYWORDS, written.toLowerCase());
  if (client !== undefined) {
    const { use, why } = client;
    return {
      message: `\`${written}\` belongs in the client's ssh_config; sshd refuses it. ${why}`,
      ...(use === undefined ? {} : { instead: [use] }),
    };
  }
  const entry = entryOf(written);
  if (entry !== undefined) return known(entry, written, catalog);
  if (/^\W/.test(written))
    return { message: `sshd knows no directive \`${written}\` and refuses the file. A comment begins with \`#\`.` };
  const near = catalog.nearestKeywords(written.replace(/:$/, ''));
  const guess = near[0] === undefined ? 'Correct or remove it.' : `Did you mean \`${near[0]}\`?`;
  return { message: `sshd knows no directive \`${written}\` and refuses the file. ${guess}`, instead: near };
}

function known(entry: Directive, written: string, catalog: Snapshot['catalog']): Explained {
  const misname = catalog.directives.find((other) => other.entry.misnameOf === entry.keyword)?.keyword;
  const instead = [misname, entry.misnameOf, ...aliasTargets(entry)].flatMap((other) =>
    other !== undefined && targetHas(catalog, other) ? [other] : [],
  );
  const back = shortName(entry.status.at(-1)?.[0] ?? catalog.target.release);
  const renamed =
    misname === undefined
      ? ''
      : ` This release calls it \`${misname}\` by mistake; OpenSSH ${back} has the right name back.`;
  return {
    message: `\`${written}\` is ${whenKnown(entry)}; the sshd of ${catalog.target.label} does not know it and refuses the file.${renamed}`,
    instead,
  };
}

function aliasTargets({ seeAlso = [], aliasOf = [] }: Directive): readonly string[] {
  return seeAlso.filter((other) => aliasOf.some(([, target]) => target === other));
}
