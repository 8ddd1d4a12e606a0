// What each word is taken for. That themes colour it so is seen in screenshots.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogAt } from '../../server/src/catalog/catalog';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { TARGETS } from '../../server/src/catalog/targets';
import { argumentRuns, CUT_KINDS } from '../../server/src/features/argument-runs';
import { TOKEN_LEGEND } from '../../server/src/features/semantic-legend';
import { semanticTokens, tokensBetween } from '../../server/src/features/semantic-tokens';
import { described, tokensOf } from '../kit/expect-tokens';
import { featureDocument } from '../kit/feature-document';

/** The tokens of one line, its keyword left out. */
function argumentsOf(line: string, target?: string): string {
  return (tokensOf(line, target === undefined ? {} : { target })[0] ?? '').split(' ').slice(1).join(' ');
}

describe('keywords', () => {
  test('by what the target makes of them', () => {
    expect(tokensOf('Port 22')).toEqual(['Port:directive 22:quantity']);
    expect(tokensOf('"port" 22\nport=ssh')).toEqual(['port:directive 22:quantity', 'port:directive ssh:constant']);
    expect(tokensOf('Prot 22\nconstructor x')).toEqual(['Prot:unknown', 'constructor:unknown']);
    expect(tokensOf('UseLogin no')).toEqual(['UseLogin:directive.deprecated']);
    expect(tokensOf('UseLogin no', { target: '6.6' })).toEqual(['UseLogin:directive no:constant']);
    expect(tokensOf('Include a/*.conf', { target: '8.1' })).toEqual(['Include:unknown']);
  });

  test('those of a block are scoped, those that another line overrules are ineffective', () =>
    expect(tokensOf('Banner /a\nBanner none\nMatch User x\n  Banner /b')).toEqual([
      'Banner:directive /a:path',
      'Banner:directive.ineffective none:constant.ineffective',
      'Match:section User:criterion x:pattern',
      'Banner:directive.scoped /b:path.scoped',
    ]));

  test('of a dropped part only that part is ineffective', () =>
    expect(tokensOf('RekeyLimit 1G\nRekeyLimit 2G 1h')[1]).toBe(
      'RekeyLimit:directive 2G:quantity.ineffective 1h:quantity',
    ));
});

describe('arguments', () => {
  test.each([
    ['PermitRootLogin prohibit-password', 'prohibit-password:constant'],
    ['PermitRootLogin perhaps', ''],
    ['LoginGraceTime 1h30m', '1h30m:quantity'],
    ['Ciphers +aes128-ctr,3des-cbc', '+:sign aes128-ctr:algorithm ,:sign 3des-cbc:algorithm.weak'],
    ['Ciphers -3des-cbc,aes*', '-:sign 3des-cbc:algorithm ,:sign aes:pattern *:sign'],
    ['Ciphers "aes128-ctr,nonsense"', 'aes128-ctr:algorithm ,:sign nonsense:unknown'],
    [
      'AuthenticationMethods publickey,keyboard-interactive:pam',
      'publickey:constant ,:sign keyboard-interactive:constant ::sign pam:constant',
    ],
    ['AllowUsers al*@10.0.0.0/8 bob', 'al:pattern *:sign @:sign 10.0.0.0:address /:sign 8:quantity bob:pattern'],
    ['AllowGroups wheel admin-?', 'wheel:pattern admin-:pattern ?:sign'],
    ['ListenAddress [::1]:22', '[::1]:address ::sign 22:quantity'],
    ['ListenAddress ::1', '::1:address'],
    ['ListenAddress 192.0.2.1', '192.0.2.1:address'],
    ['PermitOpen db.example.org:5432 *:*', 'db.example.org:pattern ::sign 5432:quantity *:sign ::sign *:sign'],
    ['PermitOpen none', 'none:constant'],
    ['AuthorizedKeysFile %h/.ssh/keys none', '%h:placeholder /.ssh/keys:path none:constant'],
    ['AuthorizedKeysFile %%h', '%%:placeholder h:path'],
    ['Banner %h', '%h:path'],
    ['AcceptEnv LANG LC_*', 'LANG:environment LC_:environment *:sign'],
    ['SetEnv A=b=c', 'A:environment =:sign b=c:plain'],
    ['Subsystem sftp internal-sftp -f AUTH', 'sftp:subsystem internal-sftp:constant'],
    ['Subsystem sftp /usr/lib/sftp-server', 'sftp:subsystem /usr/lib/sftp-server:command'],
    ['ForceCommand /usr/bin/env # no comment', '/usr/bin/env:command'],
    ['ForceCommand internal-sftp -d /', 'internal-sftp:constant'],
    ['ForceCommand NONE', 'NONE:constant'],
    ['VersionAddendum hello', ''],
    ['AuthorizedKeysCommand /bin/keys %u %x', '/bin/keys:command %u:placeholder'],
    ['MaxStartups 10:30:100', '10:quantity ::sign 30:quantity ::sign 100:quantity'],
    ['RekeyLimit default none', 'default:constant none:constant'],
    ['IPQoS af21 0', 'af21:constant 0:quantity'],
    [
      'ChannelTimeout session:*=1h agent-connection=0',
      'session::option *:sign =:sign 1h:quantity agent-connection:option =:sign 0:quantity',
    ],
    [
      'PerSourcePenalties crash:90s overflow:permissive',
      'crash:option ::sign 90s:quantity overflow:option ::sign permissive:constant',
    ],
    ['Include sshd_config.d/*.conf', 'sshd_config.d/:path *:sign .conf:path'],
    [
      'Match user=!root,* Address 10.*,::1 LocalPort 22',
      'user:criterion =:sign !:sign root:pattern ,:sign *:sign Address:criterion 10.:address *:sign ,:sign ::1:address LocalPort:criterion 22:quantity',
    ],
    ['Match Exec x', 'Exec:unknown x:pattern'],
    ['Port 22 # why', '22:quantity # why:comment'],
    ['Banner "a\\"b"', ''],
    ["AllowGroups 'a b'", 'a b:pattern'],
  ])('%s', (line, expected) => expect(argumentsOf(line)).toBe(expected));

  test.each([
    ['AgentSocketPath user:x/%u', 'user:constant ::sign x/:path %u:placeholder'],
    ['AgentSocketPath none', 'none:constant'],
    ['PubkeyAuthOptions touch-required max-pk-ok:9', 'touch-required:constant max-pk-ok:option ::sign 9:quantity'],
    ['TCPKeepAlive all', 'all:constant'],
  ])('of 10.6: %s', (line, tokens) => expect(argumentsOf(line, '10.6')).toBe(tokens));

  test('a comment is where the target sees one', () => {
    expect(argumentsOf('Banner /a#b', '8.6')).toBe('/a:path #b:comment');
    expect(argumentsOf('Banner /a#b', '8.7')).toBe('/a#b:path');
  });

  test('there is an entry for every argument kind', () => {
    const wholeLine = ['match', 'rest-of-line'];
    const kinds = new Set(DIRECTIVES.map(({ argument }) => argument.name));
    expect([...CUT_KINDS, ...wholeLine].sort()).toEqual([...kinds].sort());
  });
});

describe('ranges', () => {
  const text = 'Port 22\nPort 23\nPort 24\n';
  test('only the lines that are touched', () =>
    expect(tokensOf(text, {}, { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } })).toEqual([
      '',
      'Port:directive 23:quantity',
    ]));
});

describe('whatever is written', () => {
  const words = fc.array(
    fc.constantFrom(
      'a',
      '*',
      '!',
      ',',
      '%u',
      '%',
      '@',
      ':',
      '=',
      '[',
      ']',
      '/',
      '10.',
      '1h',
      '-',
      '+',
      'none',
      'aes128-ctr',
      '?',
      '::1',
      '\n',
      '😀',
    ),
    {
      maxLength: 8,
    },
  );
  test('the runs of a word are the word', () =>
    fc.assert(
      fc.property(fc.constantFrom(...TARGETS), words, fc.nat(2), (target, parts, index) => {
        const text = parts.join('');
        for (const directive of catalogAt(target).directives)
          expect(
            argumentRuns({ text, index, directive, target })
              .map((run) => run.text)
              .join(''),
          ).toBe(text);
      }),
      { numRuns: 60 },
    ));

  // An unusual line end, or a line that is dropped, takes another way to the same numbers.
  const line = fc.tuple(
    fc.constantFrom(
      'Port 22',
      'Ciphers +aes128-ctr',
      'Match User a,!b',
      '    Banner /x',
      '# c',
      'Prot "a b',
      'Banner none',
    ),
    fc.constantFrom('\n', '\n', '\r\n', '\r', '\0\n', ' # c\n'),
  );
  test('the numbers say what the tokens are', () =>
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const document = featureDocument(lines.flat().join(''));
        const { text, lines: all } = document.snapshot.tree;
        const told = Array.from(tokensBetween(document, 0, all.length - 1))
          .map(({ start, end, type, modifiers }) => ({
            word: text.slice(start, end),
            name: [type, ...TOKEN_LEGEND.tokenModifiers.filter((one) => modifiers.some((own) => own === one))].join(
              '.',
            ),
          }))
          .filter(({ word }) => word !== '' && !/[\r\n]/.test(word))
          .map(({ word, name }) => `${word}:${name}`);
        const read = described(document, semanticTokens(document).data).join(' ');
        expect(read.split(' ').filter(Boolean)).toEqual(told.join(' ').split(' ').filter(Boolean));
      }),
      { numRuns: 300 },
    ));

  // What JavaScript takes for a blank, sshd takes for a word: here behind a line end that only the editor sees.
  test.each(['ChannelTimeout \\ # endregion \r\u00a0 ', 'AllowUsers a\r\u00a0', 'AllowUsers a \r\ufeff\nPort 22\n'])(
    'behind a lone CR: %j',
    (text) => {
      const document = featureDocument(text, { target: '9.2' });
      const lines = text.split(/\r|\n/);
      for (const [index, line] of described(document, semanticTokens(document).data).entries())
        for (const token of line.split(' ').filter(Boolean))
          expect(lines[index]).toContain(token.slice(0, token.lastIndexOf(':')));
    },
  );
});
