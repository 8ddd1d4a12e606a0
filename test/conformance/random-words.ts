// Random words of sshd_config: right values, nearly right ones, and what looks like the numbers, addresses and names of an argument kind.
// Leaves out what depends on the machine it runs on: names to look up, home folders, service names.
import fc from 'fast-check';
import type { KnownDirective } from '../../server/src/catalog/catalog';
import type { Target } from '../../server/src/catalog/targets';

const ODD_WORDS = [
  'yes no YES No none None any all default true 0 1 -1 +5 007 2147483647 2147483648 4294967296 1h 1h30m 90s 1x 1.5 .5s',
  '10:30:100 10:30 10:101:5 5:30:4 32 32:64 33:129 none:none 22 65535 65536 0x16 1G 1K 15 1.5M 1e3 8E 16E 0777 0o17 9 1777',
  'a A=b a= = a=b=c LANG LC_* root !root * ? a@b a@ @b a@b@c u@10.0.0.0/8 u@10.0.0.1/8 u@::/0 u@10.0.0.0/33 10.0.0.0/8',
  '10.0.0.1/8 10.0.0.0/33 ::1/128 2001:db8::/32 2001:db8::1/32 !10.0.0.0/8 1.2.3.4 1.2.3 0x7f.1 127.1 ::1 [::1] [::1]:22',
  '127.0.0.1:22 127.0.0.1: 127.0.0.1:0 127.0.0.1/22 ::1:22 [::1 :22 localhost:80 *:* *:80 host:* /etc/a /etc/%u %u %% %Z %',
  'internal-sftp sftp md5 SHA256 sha512 af21 cs1 lowdelay throughput 0x10 63 64 256 DAEMON auth LOCAL7 INFO verbose DEBUG3',
  'SILENT without-password prohibit-password point-to-point publickey publickey,password keyboard-interactive:pam',
  'password:x publickey, ,publickey none,publickey gssapi-with-mic hostbased session:*=1h session=0 *=5m x=',
  'session:shell=-1 aes256-ctr aes128-ctr,aes256-ctr +aes128-cbc -aes128* ^aes256-gcm@openssh.com -* * aes* + - ^ +x -x',
  'aes256-ctr, , AES256-CTR hmac-sha2-256 curve25519-sha256 ssh-ed25519 ssh-rsa rsa-sha2-* +ssh-rsa +ssh-dss',
  'ssh-ed25519-cert-v01@openssh.com rsa ED25519 kex.c:*:1000,*:kex_exchange_identification():* touch-required',
  'verify-required Touch-Required crash:90 authfail:5s gss-group14-sha256- gss-group14-sha256-,gss-x sntrup761x25519-sha512',
].flatMap((words) => words.split(' '));
/** Characters that mean something to sshd, and a few that do not. */
export const SPECIAL = [
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
const LOOKED_UP: ReadonlySet<string> = new Set([
  'ListenAddress',
  'Include',
  'HostKey',
  'HostDSAKey',
  'HostCertificate',
  'HostKeyAgent',
  'Subsystem',
]);

// What the digits and letters of each kind of argument can make by chance: overflow, units, signs, ranges, prefixes.
const of = (alphabet: string, maxLength = 9) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });
const numbers = fc.oneof(of('0123456789'), of('0123456789', 22), of('0129+-.xX '), of('01234567'));
const times = fc.oneof(
  of('0123456789smhdw', 6),
  of('019.sSmMhHdDwWx+-', 7),
  of('0123456789', 12),
  fc.constantFrom('', '0s', '1w1w', '3550w5d3h14m7s', '3550w5d3h14m8s', '2147483647s', '68y', '1s1', 's', '1ss'),
);
const sizes = fc.oneof(
  of('0123456789kKmMgG', 6),
  of('0189.KMGTPEkx-+', 7),
  fc.constantFrom('16', '15', '4G', '9E', '7E', '8E', '0.5G', '1.', '.5K', '1KK'),
);
const addresses = fc.oneof(
  of('0129.:/', 12),
  of('0129abf.:/[]!*,%x', 12),
  fc.tuple(of('0129.', 9), of('/0123456789', 4)).map(([a, b]) => a + b),
);
const users = fc.oneof(
  of('ab@!*?,/.:0129-', 10),
  fc.tuple(of('ab*!', 3), addresses).map(([name, host]) => `${name}@${host}`),
);
const hostPorts = fc.oneof(
  of('ab*:[]/0129.', 9),
  fc
    .tuple(
      fc.constantFrom('h', '*', '[::1]', '::1', '', '[a]b'),
      fc.constantFrom(':', '/', '::', ''),
      of('0123456789*', 6),
    )
    .map((all) => all.join('')),
);
const masks = of('01234567890oxb-+', 6);
const items = fc
  .tuple(
    fc.constantFrom(
      'crash',
      'authfail',
      'noauth',
      'grace-exceeded',
      'refuseconnection',
      'max',
      'min',
      'max-sources4',
      'max-sources6',
      'overflow',
      'overflow6',
      'session',
      '*',
      'x',
    ),
    fc.constantFrom(':', '=', '', '::'),
    fc.oneof(times, numbers),
  )
  .map((all) => all.join(''));
const numberLists = fc
  .array(fc.oneof(of('0123456789', 4), of('0123456789x+-', 4)), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(':'));

/** A value for a Match criterion, by chance. */
export const criterionValue: fc.Arbitrary<string> = fc.oneof(
  users,
  fc.array(addresses, { minLength: 1, maxLength: 3 }).map((all) => all.join(',')),
  fc.constantFrom(
    '1.2.3.4/0',
    '0.0.0.0/0',
    '!1.2.3.4',
    '::ffff:1.2.3.4/96',
    '1.2.3.0/24,!x',
    'a"b"',
    '"a',
    "'a b'",
    'a\\ b',
    'a=b',
    '=a',
    'x'.repeat(1100),
  ),
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 }),
);

const BY_KIND: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'address-list': addresses,
  'channel-timeouts': items,
  'host-ports': hostPorts,
  integer: numbers,
  'ip-qos': fc.oneof(numbers, of('afcsex01234', 5)),
  'max-startups': numberLists,
  'net-block-size': numberLists,
  'octal-mask': masks,
  penalties: items,
  port: fc.oneof(of('0123456789', 7), of('0129+-x.', 5)),
  'rekey-limit': fc.oneof(sizes, times),
  time: times,
  'user-patterns': users,
};

// Lists of names with prefixes, patterns, empty names and names of another family.
function algorithms(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '*',
        '!*',
        '?',
        'x',
        'aes*',
        '*-cbc',
        '!ssh-rsa',
        'ssh-*',
        '+aes128-ctr',
        'none',
        'rsa',
      ),
    },
    { weight: 1, arbitrary: mutated(fc.constantFrom(...names)) },
  );
  return fc
    .tuple(fc.constantFrom('', '', '', '+', '-', '^', '!', ','), fc.array(name, { maxLength: 4 }))
    .map(([prefix, all]) => prefix + all.join(','));
}

/** A word for the directive, mostly one it takes. */
export function word(directive: KnownDirective, target: Target): fc.Arbitrary<string> {
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
  const chance =
    argument.name === 'algorithm-list' && own.length > 0 ? algorithms(own) : (BY_KIND[argument.name] ?? plain);
  const list = fc.array(plain, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(','));
  const bare = fc.oneof(
    { weight: 12, arbitrary: plain },
    { weight: 8, arbitrary: chance },
    { weight: 1, arbitrary: list },
    { weight: 2, arbitrary: mutated(plain) },
  );
  const written = fc.oneof(
    { weight: 16, arbitrary: bare },
    { weight: 1, arbitrary: bare.map((text) => `"${text}"`) },
    { weight: 1, arbitrary: fc.tuple(bare, fc.nat(9), fc.constantFrom(...'"\'\\#')).map(quotedWithin) },
    { weight: 1, arbitrary: fc.constantFrom('""', "''", '"a b"', "'a b'", 'a\\ b') },
  );
  return LOOKED_UP.has(directive.keyword) ? written : written.filter((text) => !text.includes('~'));
}

/** The text with one character more, less or other. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.nat(40), fc.constantFrom(...SPECIAL), fc.constantFrom('insert', 'replace', 'remove'))
    .map(([from, at, ch, how]) => {
      const place = at % (from.length + 1);
      return from.slice(0, place) + (how === 'remove' ? '' : ch) + from.slice(how === 'insert' ? place : place + 1);
    });
}

// `n"o"`, `no"`, `n\o`, `n#o`.
function quotedWithin([text, at, mark]: readonly [string, number, string]): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + mark + text.slice(from) + (at % 3 === 0 ? '' : mark);
}
