// What the formatter changes. That it changes nothing for sshd: formatting.proof.test.ts.
import { describe, expect, test } from 'vitest';
import { formattingOnType } from '../../server/src/features/formatting';
import { formatted } from '../kit/expect-formatted';
import { featureDocument } from '../kit/feature-document';

const UGLY = `

  # Head  
PORT=22
 permitrootlogin\t no  # never
Ciphers aes128-ctr


\t
UsePAM yes
# Those who only send files
match   user=sftp-*   address 10.0.0.0/8
ForceCommand   internal-sftp  -d  "%u"  
# inside
 #PermitTTY no
X11Forwarding no
# Others
Match ALL
Banner none


`;

describe('a file', () => {
  test('with the usual settings', () =>
    expect(formatted(UGLY)).toBe(`# Head
Port 22
PermitRootLogin no  # never
Ciphers aes128-ctr


UsePAM yes

# Those who only send files
Match User=sftp-* Address 10.0.0.0/8
    ForceCommand internal-sftp  -d  "%u"  
    # inside
    #PermitTTY no
    X11Forwarding no

# Others
Match all
    Banner none
`));

  test('with line ends of Windows', () =>
    expect(formatted(UGLY.replaceAll('\n', '\r\n'))).toBe(formatted(UGLY).replaceAll('\n', '\r\n')));

  test('with tabs', () =>
    expect(formatted('Match all\nBanner /x', { layout: { insertSpaces: false } })).toBe('Match all\n\tBanner /x\n'));

  test('that is empty or blank', () => {
    expect(formatted('')).toBe('');
    expect(formatted(' \n\n')).toBe('');
    expect(formatted('Port 22', { layout: { insertFinalNewline: false } })).toBe('Port 22');
  });
});

describe('settings', () => {
  test('keep what is there', () =>
    expect(
      formatted('port=22\nMatch  user x\nbanner\t/x\n', {
        format: { indentMatch: false, keywordCase: 'keep', separator: 'keep', blankLinesBetweenBlocks: 0 },
      }),
    ).toBe('port=22\nMatch  user x\nbanner\t/x\n'));

  test('line up the values of a paragraph', () =>
    expect(
      formatted('Port 22\nPermitRootLogin=no\n# x\nUsePAM yes\n\nBanner /a\nMatch all\nPermitTTY no\nBanner none\n', {
        format: { separator: 'align' },
      }),
    ).toBe(
      'Port            22\nPermitRootLogin no\n# x\nUsePAM          yes\n\nBanner /a\n\nMatch all\n    PermitTTY no\n    Banner    none\n',
    ));

  test('count blank lines', () => {
    expect(formatted('Port 22\n\n\n\nUsePAM yes\n', { format: { mostBlankLines: 1 } })).toBe('Port 22\n\nUsePAM yes\n');
    expect(formatted('Port 22\n\nUsePAM yes\n', { format: { mostBlankLines: 0 } })).toBe('Port 22\nUsePAM yes\n');
    expect(formatted('Port 22\nMatch all\n', { format: { blankLinesBetweenBlocks: 2 } })).toBe(
      'Port 22\n\n\nMatch all\n',
    );
  });
});

describe('what would change for sshd stays', () => {
  test.each([
    ['an unknown keyword may be a misspelt command', 'ForceComand   a   "b"\n'],
    ['an open quote', 'Banner   "a b\n'],
    ['the rest of a line', 'ForceCommand a   b  \n'],
    ['a NUL', 'Port   22\0   \nUsePAM   yes\n'],
    ['words that touch', 'AllowUsers "a""b"\n'],
    ['two signs', 'Port  ==22\n'],
    ['a blank that RekeyLimit trips over up to 7.4', 'RekeyLimit 1G \n'],
  ])('%s', (_, text) => expect(formatted(text, { target: '7.4' })).toBe(text));
  test('that blank goes where nobody trips over it', () =>
    expect(formatted('RekeyLimit 1G \n')).toBe('RekeyLimit 1G\n'));
});

describe('some lines', () => {
  const text = 'port 22\nport 23\nport 24\n';
  test('of a range', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    expect(formatted(text, { range })).toBe('port 22\nPort 23\nport 24\n');
    expect(formatted(text, { range: { start: range.start, end: range.start } })).toBe('port 22\nPort 23\nport 24\n');
  });
  test('the one just written', () => {
    const document = featureDocument('port=22\n\nMatch all\nbanner\n');
    const layout = { tabSize: 2, insertSpaces: true };
    expect(formattingOnType(document, layout, { line: 1, character: 0 })).toHaveLength(1);
    expect(formattingOnType(document, layout, { line: 0, character: 0 })).toEqual([]);
  });
});
