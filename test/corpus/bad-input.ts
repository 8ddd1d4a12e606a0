// Input no editor asks for and every parser meets one day: odd bytes, odd line ends, very long, very many, never closed.
// Nothing is stored: all of it is made here, the same on every run. What is expected of it stands in bad-input/README.md.

/** One text to survive. */
export interface BadInput {
  readonly name: string;
  readonly text: string;
}

const SMALL = 'Port 22\nPermitRootLogin no\nMatch User git\n\tForceCommand internal-sftp\n';
const MEGABYTE = 1_000_000;
const REAL_LINES = [
  'Port 22',
  '# A comment of the usual length, which says why the next line is there.',
  'ClientAliveInterval 60',
  'AllowUsers alice bob@10.0.0.0/8',
  'Ciphers chacha20-poly1305@openssh.com,aes256-gcm@openssh.com',
  '',
  'Match Group sftponly Address 192.0.2.0/24',
  '\tChrootDirectory /srv/sftp/%u',
  '\tForceCommand internal-sftp -u 0027',
] as const;

/** Every bad input, the small ones first. The big ones are made anew on each call: keep the result, it is about 20 MB. */
export function badInputs(): readonly BadInput[] {
  return [...oddBytes(), ...unclosedQuotes(), ...tooMuch()];
}

function oddBytes(): readonly BadInput[] {
  return [
    { name: 'empty', text: '' },
    { name: 'only a newline', text: '\n' },
    { name: 'only blanks', text: ' \t \r\n\t' },
    { name: 'no newline at the end', text: SMALL.trimEnd() },
    { name: 'BOM', text: `\uFEFF${SMALL}` },
    { name: 'BOM before a comment', text: `\uFEFF# comment\n${SMALL}` },
    { name: 'BOM alone', text: '\uFEFF' },
    { name: 'CRLF', text: SMALL.replaceAll('\n', '\r\n') },
    { name: 'mixed line ends', text: 'Port 22\r\nPermitRootLogin no\nUsePAM yes\r\n' },
    { name: 'lone CR', text: SMALL.replaceAll('\n', '\r') },
    { name: 'CR inside a line', text: 'Port 22\rPort 23\nBanner /etc/a\rb\n' },
    { name: 'NUL', text: 'Port 22\nPermitRootLogin no\0\nUsePAM yes\n\0' },
    { name: 'NUL alone', text: '\0' },
    { name: 'Latin-1 read as UTF-8', text: '# gr\uFFFD\uFFFDe\nBanner /etc/gru\uFFFD\nAllowUsers j\uFFFDrg\n' },
    { name: 'Latin-1 read as Latin-1', text: '# grüße\nBanner /etc/gruß\nAllowUsers jörg\nUsePAM\u00A0yes\n' },
    { name: 'UTF-16 read as UTF-8', text: [...SMALL].join('\0') },
    { name: 'lone surrogates', text: 'Banner /etc/\uD800\nAllowUsers \uDC00x\n' },
    { name: 'blanks that are none', text: 'Port\u00A022\nPort\f22\nPort\v22\nPort\u200922\n\fPort 22\nPort 22\f\n' },
    { name: 'binary noise', text: noise(64_000) },
  ];
}

function unclosedQuotes(): readonly BadInput[] {
  return [
    { name: 'unclosed double quote', text: 'Banner "/etc/issue\nPort 22\n' },
    { name: 'unclosed single quote', text: "ForceCommand echo it's\nPort 22\n" },
    { name: 'unclosed quote around the keyword', text: '"Port 22\nPort 22\n' },
    { name: 'unclosed quote at the end of the file', text: 'Port 22\nBanner "' },
    { name: 'quotes alone', text: '"\n\'\n""\n\'\'\n"\'"\n' },
    { name: 'backslash at the end of a line', text: 'Banner /etc/a\\\nPort 22\nBanner "a\\' },
    { name: 'separator alone', text: '=\n = \n==\nPort=\n=22\nPort==22\n' },
  ];
}

function tooMuch(): readonly BadInput[] {
  const tenMegabytes = `${REAL_LINES.join('\n')}\n`;
  return [
    { name: '1 MB line of one word', text: `Banner /${'a'.repeat(MEGABYTE)}\nPort 22\n` },
    { name: '1 MB line of many words', text: `AllowUsers ${'alice '.repeat(MEGABYTE / 6)}\nPort 22\n` },
    { name: '1 MB line of quotes', text: `AllowUsers ${'"'.repeat(MEGABYTE)}\nPort 22\n` },
    { name: '1 MB keyword', text: `${'P'.repeat(MEGABYTE)} 22\nPort 22\n` },
    { name: '1 MB comment', text: `# ${'Port 22 '.repeat(MEGABYTE / 8)}\nPort 22\n` },
    { name: '1 MB of ornament in a comment', text: `# a${'#'.repeat(MEGABYTE)} b\nPort 22\n` },
    { name: '100 kB of blanks in a commented-out line', text: `#Port 22${' '.repeat(100_000)}x\nPort 22\n` },
    { name: '1 MB of blanks', text: `${' '.repeat(MEGABYTE)}\nPort 22\n` },
    { name: '100,000 lines', text: manyLines(100_000) },
    { name: '10 MB file', text: tenMegabytes.repeat(Math.ceil((10 * MEGABYTE) / tenMegabytes.length)) },
  ];
}

/** So many lines of a file as people write it, over and over. */
export function manyLines(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => REAL_LINES[index % REAL_LINES.length]);
  return `${lines.join('\n')}\n`;
}

/** Characters 0 to 255 in no order a person would see, always the same ones (a linear congruential sequence). */
function noise(length: number): string {
  let state = 20_240_601;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(state >>> 24);
  }).join('');
}
