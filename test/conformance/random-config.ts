// Random sshd_config files out of the catalogue: right values, nearly right ones, and odd ways to write them. Leaves out what depends on the machine
// it runs on: files to include, names to look up, home folders, service names, and how many keys there are.
import fc from 'fast-check';
import { catalogAt, type KnownDirective } from '../../server/src/catalog/catalog';
import { criteriaAt } from '../../server/src/catalog/criteria';
import type { Target } from '../../server/src/catalog/targets';

const ODD_WORDS = [
  'yes',
  'no',
  'YES',
  'No',
  'none',
  'None',
  'any',
  'all',
  'default',
  'true',
  '0',
  '1',
  '-1',
  '+5',
  '007',
  '2147483647',
  '2147483648',
  '4294967296',
  '1h',
  '1h30m',
  '90s',
  '1x',
  '1.5',
  '.5s',
  '10:30:100',
  '10:30',
  '10:101:5',
  '5:30:4',
  '32',
  '32:64',
  '33:129',
  'none:none',
  '22',
  '65535',
  '65536',
  '0x16',
  '1G',
  '1K',
  '15',
  '1.5M',
  '1e3',
  '8E',
  '16E',
  '0777',
  '0o17',
  '9',
  '1777',
  'a',
  'A=b',
  'a=',
  '=',
  'a=b=c',
  'LANG',
  'LC_*',
  'root',
  '!root',
  '*',
  '?',
  'a@b',
  'a@',
  '@b',
  'a@b@c',
  'u@10.0.0.0/8',
  'u@10.0.0.1/8',
  'u@::/0',
  'u@10.0.0.0/33',
  '10.0.0.0/8',
  '10.0.0.1/8',
  '10.0.0.0/33',
  '::1/128',
  '2001:db8::/32',
  '2001:db8::1/32',
  '!10.0.0.0/8',
  '1.2.3.4',
  '1.2.3',
  '0x7f.1',
  '127.1',
  '::1',
  '[::1]',
  '[::1]:22',
  '127.0.0.1:22',
  '127.0.0.1:',
  '127.0.0.1:0',
  '127.0.0.1/22',
  '::1:22',
  '[::1',
  ':22',
  'localhost:80',
  '*:*',
  '*:80',
  'host:*',
  '/etc/a',
  '/etc/%u',
  '%u',
  '%%',
  '%Z',
  '%',
  'internal-sftp',
  'sftp',
  'md5',
  'SHA256',
  'sha512',
  'af21',
  'cs1',
  'lowdelay',
  'throughput',
  '0x10',
  '63',
  '64',
  '256',
  'DAEMON',
  'auth',
  'LOCAL7',
  'INFO',
  'verbose',
  'DEBUG3',
  'SILENT',
  'without-password',
  'prohibit-password',
  'point-to-point',
  'publickey',
  'publickey,password',
  'keyboard-interactive:pam',
  'password:x',
  'publickey,',
  ',publickey',
  'none,publickey',
  'gssapi-with-mic',
  'hostbased',
  'session:*=1h',
  'session=0',
  '*=5m',
  'x=',
  'session:shell=-1',
  'aes256-ctr',
  'aes128-ctr,aes256-ctr',
  '+aes128-cbc',
  '-aes128*',
  '^aes256-gcm@openssh.com',
  '-*',
  '*',
  'aes*',
  '+',
  '-',
  '^',
  '+x',
  '-x',
  'aes256-ctr,',
  ',',
  'AES256-CTR',
  'hmac-sha2-256',
  'curve25519-sha256',
  'ssh-ed25519',
  'ssh-rsa',
  'rsa-sha2-*',
  '+ssh-rsa',
  '+ssh-dss',
  'ssh-ed25519-cert-v01@openssh.com',
  'rsa',
  'ED25519',
  'kex.c:*:1000,*:kex_exchange_identification():*',
  'touch-required',
  'verify-required',
  'Touch-Required',
  'crash:90',
  'authfail:5s',
  'gss-group14-sha256-',
  'gss-group14-sha256-,gss-x',
  'sntrup761x25519-sha512',
] as const;
const SPECIAL = [
  '"',
  "'",
  '\\',
  '#',
  '=',
  ',',
  ' ',
  '\t',
  '%',
  '!',
  '*',
  '\r',
  '\f',
  '\v',
  '\u00e9',
  '-',
  '+',
  ':',
  '/',
  '0',
  'a',
  'Z',
] as const;

// ListenAddress takes names too, and Include files; of these only what needs neither a name server nor a file is made.
const ADDRESSES = [
  '0.0.0.0',
  '::',
  '127.0.0.1:22',
  '[::1]:2222',
  '::1',
  '1.2.3.4:0',
  '1.2.3.4:70000',
  '[::1',
  '[::1]x',
  '1.2.3.4/22',
  ':22',
  '1.2.3.4 rdomain x',
  '127.1',
  '0x7f.1',
];
const LOOKED_UP = new Set([
  'ListenAddress',
  'Include',
  'HostKey',
  'HostDSAKey',
  'HostCertificate',
  'HostKeyAgent',
  'Subsystem',
]);

/** A file of one to four lines for the target. */
export function randomConfig(target: Target): fc.Arbitrary<string> {
  const catalog = catalogAt(target);
  const directives = catalog.directives.filter((one) => !['Include', 'Match', 'RDomain'].includes(one.keyword));
  const line = fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...directives).chain(directiveLine(target)) },
    { weight: 3, arbitrary: matchLine(target) },
    { weight: 1, arbitrary: oddLine },
  );
  const lines = fc.array(line, { minLength: 1, maxLength: 4 });
  return fc.tuple(lines, ending).map(([all, end]) => all.join(end) + end);
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

function word(directive: KnownDirective, target: Target): fc.Arbitrary<string> {
  if (directive.keyword === 'ListenAddress') return fc.constantFrom(...ADDRESSES);
  const { entry, argument } = directive;
  const own = [
    ...(argument.choices?.(target).map((choice) => choice.label) ?? []),
    ...Object.keys(entry.values ?? {}),
    ...(entry.example?.split(' ') ?? []),
  ];
  const plain =
    own.length === 0
      ? fc.constantFrom(...ODD_WORDS)
      : fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...own) },
          { weight: 1, arbitrary: fc.constantFrom(...ODD_WORDS) },
        );
  const list = fc.array(plain, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(','));
  const bare = fc.oneof(
    { weight: 16, arbitrary: plain },
    { weight: 1, arbitrary: list },
    { weight: 2, arbitrary: mutated(plain) },
  );
  const written = fc.oneof(
    { weight: 16, arbitrary: bare },
    { weight: 1, arbitrary: bare.map((text) => `"${text}"`) },
    { weight: 1, arbitrary: fc.constantFrom('""', "''", '"a b"', "'a b'", 'a\\ b') },
  );
  return LOOKED_UP.has(directive.keyword) ? written : written.filter((text) => !text.includes('~'));
}

function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.nat(40), fc.constantFrom(...SPECIAL), fc.constantFrom('insert', 'replace', 'remove'))
    .map(([from, at, ch, how]) => {
      const place = at % (from.length + 1);
      return from.slice(0, place) + (how === 'remove' ? '' : ch) + from.slice(how === 'insert' ? place : place + 1);
    });
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
  );
  const criterion = fc
    .tuple(fc.constantFrom(...names), blank, value)
    .map(([name, between, text]) => (name.toLowerCase() === 'all' ? name : name + between + text));
  return fc
    .tuple(indent, blank, fc.array(criterion, { minLength: 0, maxLength: 3 }), tail)
    .map(([lead, between, criteria, end]) => `${lead}Match${between}${criteria.join(' ')}${end}`);
}
