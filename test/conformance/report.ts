// npm run conformance -- FILE...: agreement with recorded verdicts by version, the disagreements, and a last line with the sum.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { difference, type EffectiveCase, type RecordedDefaults } from './effective-table';
import { type RegressTable, regressDifference, verifiedVersions } from './regress-table';
import { agree, ourVerdict, type RecordedCase, recordedVerdict, type Verdict } from './verdicts';

interface Tally {
  agreed: number;
  all: number;
}

/** The cases of a table: JSON lines, plain or gzip. */
export function readCases(file: string): readonly RecordedCase[] {
  return jsonLines(unpacked(file)) as readonly RecordedCase[];
}

function unpacked(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** Compares all cases for the versions asked for (all where none is); calls `disagreement` with a line of text for each. */
export function compare(
  cases: readonly RecordedCase[],
  versions: readonly string[],
  disagreement: (text: string) => void,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { id, text, verdicts } of cases) {
    for (const verdict of verdicts) {
      for (const version of verdict[0]) {
        if (versions.length > 0 && !versions.includes(version)) continue;
        const tally = tallies.get(version) ?? { agreed: 0, all: 0 };
        tallies.set(version, tally);
        tally.all++;
        const recorded = recordedVerdict(verdict);
        const ours = ourVerdict(text, version);
        if (agree(recorded, ours)) tally.agreed++;
        else
          disagreement(
            `${id} ${version}: sshd ${said(recorded)}, we ${said(ours)} (${ours.rules.join(', ')}) | ${JSON.stringify(text.slice(0, 200))} | ${verdict[3].join(' / ')}`,
          );
      }
    }
  }
  return tallies;
}

function said({ accepted, line, lines }: Verdict): string {
  if (accepted) return 'accepts';
  const more = lines.filter((one) => one !== line);
  return `refuses${line === undefined ? '' : ` line ${line}`}${more.length === 0 ? '' : ` and ${more.join(', ')}`}`;
}

// A table of one JSON value is one of regression cases; lines with files are effective configurations, their defaults beside them.
function compareFile(
  file: string,
  versions: readonly string[],
  disagreement: (text: string) => void,
): Map<string, Tally> {
  // No table of its own.
  if (basename(file).startsWith('effective-defaults.json')) return new Map();
  const text = unpacked(file);
  const first = text.slice(0, text.indexOf('\n'));
  if (!first.startsWith('{"')) return compareRegress(JSON.parse(text) as RegressTable, versions, disagreement);
  if (!first.includes('"files"')) return compare(readCases(file), versions, disagreement);
  const beside = join(dirname(file), `effective-defaults.json${file.endsWith('.gz') ? '.gz' : ''}`);
  const cases = jsonLines(text) as readonly EffectiveCase[];
  return compareEffective(cases, JSON.parse(unpacked(beside)) as RecordedDefaults, versions, disagreement);
}

function count(tallies: Map<string, Tally>, version: string, agrees: boolean): void {
  const tally = tallies.get(version) ?? { agreed: 0, all: 0 };
  tallies.set(version, tally);
  tally.all++;
  if (agrees) tally.agreed++;
}

function compareEffective(
  cases: readonly EffectiveCase[],
  defaults: RecordedDefaults,
  versions: readonly string[],
  disagreement: (text: string) => void,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const one of cases) {
    for (const result of one.results) {
      for (const version of result[0]) {
        if (versions.length > 0 && !versions.includes(version)) continue;
        const found = difference(one, result, version, defaults);
        count(tallies, version, found === undefined);
        if (found !== undefined) disagreement(`${one.id} ${version}: ${found} | ${JSON.stringify(one.files)}`);
      }
    }
  }
  return tallies;
}

function compareRegress(
  { cases }: RegressTable,
  versions: readonly string[],
  disagreement: (text: string) => void,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const one of cases) {
    for (const version of verifiedVersions(one)) {
      if (versions.length > 0 && !versions.includes(version)) continue;
      const found = regressDifference(one, version);
      count(tallies, version, found === undefined);
      if (found !== undefined) disagreement(`${one.name} ${version}: ${found}`);
    }
  }
  return tallies;
}

/** What the program prints for its arguments; the exit code. */
export function report(args: readonly string[], print: (line: string) => void = console.log): number {
  const versions = args.filter((arg) => arg.startsWith('--version=')).flatMap((arg) => arg.slice(10).split(','));
  const most = Number(args.find((arg) => arg.startsWith('--show='))?.slice(7) ?? 200);
  const files = args.filter((arg) => !arg.startsWith('--'));
  const sum: Tally = { agreed: 0, all: 0 };
  const byVersion = new Map<string, Tally>();
  let shown = 0;
  for (const file of files) {
    for (const [version, tally] of compareFile(file, versions, (text) => shown++ < most && print(text))) {
      const before = byVersion.get(version) ?? { agreed: 0, all: 0 };
      byVersion.set(version, { agreed: before.agreed + tally.agreed, all: before.all + tally.all });
      sum.agreed += tally.agreed;
      sum.all += tally.all;
    }
  }
  if (shown > most) print(`... and ${shown - most} more disagreements (--show=N shows more)`);
  for (const [version, { agreed, all }] of byVersion) print(`${version}: ${agreed} of ${all}`);
  print(
    `agreement: ${sum.agreed} of ${sum.all} (${sum.all === 0 ? 0 : Math.floor((sum.agreed / sum.all) * 10000) / 100} %)`,
  );
  return sum.all > 0 && sum.agreed === sum.all ? 0 : 1;
}

if (process.argv[1]?.endsWith('report.ts')) process.exitCode = report(process.argv.slice(2));
