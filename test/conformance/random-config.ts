// Random sshd_config files out of the catalogue, alone or with files they include, and odd ways to write their lines. What stands in the lines:
// random-words.ts. Leaves out what depends on the machine it runs on, and files that include themselves.
import fc from 'fast-check';
import { catalogAt, type KnownDirective } from '../../server/src/catalog/catalog';
import { criteriaAt } from '../../server/src/catalog/criteria';
import type { Target } from '../../server/src/catalog/targets';
import { criterionValue, mutated, SPECIAL, word } from './random-words';

/** Files by name, `sshd_config` the main one. `{dir}` stands for the folder they lie in. */
export type Files = Readonly<Record<string, string>>;

/** The main file's name. */
export const MAIN = 'sshd_config';

/** A configuration of one file, or now and then of several, for the target. */
export function randomFiles(target: Target): fc.Arbitrary<Files> {
  const alone = randomConfig(target).map((text): Files => ({ [MAIN]: text }));
  return fc.oneof({ weight: 4, arbitrary: alone }, { weight: 1, arbitrary: tree(randomLine(target)) });
}

/** A file of one to four lines that includes nothing. */
export function randomConfig(target: Target): fc.Arbitrary<string> {
  return file(randomLine(target), 4);
}

// Two files that the main file may include, and two below them: none can reach itself.
function tree(line: fc.Arbitrary<string>): fc.Arbitrary<Files> {
  const including = (...patterns: readonly string[]) => {
    const pattern = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...patterns) },
      { weight: 1, arbitrary: fc.constantFrom('{dir}/none.conf', '{dir}/none/*', '~/{x', '{dir}', '""', '[') },
    );
    const include = fc
      .tuple(indent, spelled('Include'), blank, fc.array(pattern, { minLength: 1, maxLength: 2 }), tail)
      .map(([lead, keyword, between, words, end]) => lead + keyword + between + words.join(' ') + end);
    return fc.oneof({ weight: 2, arbitrary: line }, { weight: 1, arbitrary: include });
  };
  return fc.record({
    [MAIN]: file(including('{dir}/a.conf', '{dir}/b.conf', '{dir}/*.conf', '"{dir}/a.conf"', '{dir}/[ab].conf'), 4),
    'a.conf': file(including('{dir}/sub/c', '{dir}/sub/*', '{dir}/sub/?'), 3),
    'b.conf': file(including('{dir}/sub/d', '{dir}/s*/*'), 3),
    'sub/c': file(line, 3),
    'sub/d': file(line, 2),
  });
}

function file(line: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.tuple(fc.array(line, { minLength: 1, maxLength }), ending).map(([all, end]) => all.join(end) + end);
}

function randomLine(target: Target): fc.Arbitrary<string> {
  const directives = catalogAt(target).directives.filter(
    (one) => !['Include', 'Match', 'RDomain'].includes(one.keyword),
  );
  return fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...directives).chain(directiveLine(target)) },
    { weight: 3, arbitrary: matchLine(target) },
    { weight: 1, arbitrary: oddLine },
  );
}

const ending = fc.oneof(
  { weight: 8, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', ' \n', '\t\r\n', '\f\n') },
);
const blank = fc.oneof(
  { weight: 30, arbitrary: fc.constant(' ') },
  { weight: 3, arbitrary: fc.constantFrom('\t', '  ', '=', ' = ', '= ', ' =', '==', '\r', '') },
);
const indent = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\t', '    ', '=', '\f') },
);
const tail = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' # why', '#x', ' #', ' "', ' x', ' ""', " ''", ' \\', '\0', '\\ ') },
);

const oddLine = fc.oneof(
  fc.constantFrom(
    '',
    '# Port 23',
    '   ',
    '=',
    '"',
    '""',
    'Prot 22',
    'ServerAliveInterval 5',
    'Port',
    '"Port" 22',
    '"Port"22',
    'Po"rt" 22',
    "'Port' 22",
    '\\Port 22',
    'Port\0 22',
    '\0',
  ),
  fc.string({ unit: fc.constantFrom(...SPECIAL), maxLength: 6 }),
);

function spelled(keyword: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 24, arbitrary: fc.constant(keyword) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        keyword.toLowerCase(),
        keyword.toUpperCase(),
        `"${keyword}"`,
        `${keyword}x`,
        keyword.slice(1),
      ),
    },
  );
}

/** A line for a directive, mostly a right one. */
export function directiveLine(target: Target): (directive: KnownDirective) => fc.Arbitrary<string> {
  return (directive) => {
    const words = fc.oneof(
      { weight: 9, arbitrary: fc.array(word(directive, target), { minLength: 1, maxLength: 1 }) },
      { weight: 3, arbitrary: fc.array(word(directive, target), { minLength: 0, maxLength: 4 }) },
    );
    return fc
      .tuple(indent, spelled(directive.keyword), blank, words, fc.array(blank, { minLength: 4, maxLength: 4 }), tail)
      .map(
        ([lead, keyword, between, args, blanks, end]) =>
          lead + keyword + between + args.map((arg, index) => (index === 0 ? '' : blanks[index]) + arg).join('') + end,
      );
  };
}

function matchLine(target: Target): fc.Arbitrary<string> {
  const names = [
    ...criteriaAt(target).map((criterion) => criterion.name),
    'all',
    'USER',
    'exec',
    'Localuser',
    'final',
    'x',
  ];
  const value = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'a',
        'a,b',
        '!a',
        '*,!b',
        '10.0.0.0/8',
        '10.0.0.1/8',
        '192.0.2.*',
        '::/0',
        '22',
        '0',
        '70000',
        '""',
        '"a, b"',
        '#',
        'a#b',
        '1.2.3.4/33,x',
      ),
    },
    { weight: 1, arbitrary: mutated(fc.constantFrom('a,b', '10.0.0.0/8')) },
    { weight: 2, arbitrary: criterionValue },
  );
  const criterion = fc
    .tuple(fc.constantFrom(...names), blank, value)
    .map(([name, between, text]) => (name.toLowerCase() === 'all' ? name : name + between + text));
  return fc
    .tuple(indent, blank, fc.array(criterion, { minLength: 0, maxLength: 3 }), tail)
    .map(([lead, between, criteria, end]) => `${lead}Match${between}${criteria.join(' ')}${end}`);
}
