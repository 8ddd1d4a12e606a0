// The words of sshd on findings: with the file's name, on the line where the finding stands now, and none where they are not known.
import { expect, test } from 'vitest';
import { targetNamed } from '../../server/src/catalog/targets';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { check, snapshotOf } from '../../server/src/service';

function snapshot(text: string, target = '10.5', uri = 'file:///etc/ssh/sshd_config.d/50%20local.conf') {
  const found = targetNamed(target);
  if (found === undefined) throw new Error(`no target ${target}`);
  return snapshotOf(uri, text, { settings: DEFAULT_SETTINGS, target: found, byteOrderMark: false });
}

function said(of: ReturnType<typeof snapshot>): readonly string[] {
  return check(of, (rule, error) => {
    throw new Error(rule, { cause: error });
  }).flatMap((finding) => finding.sshdSays ?? []);
}

test('the file goes by its own name', () => {
  expect(said(snapshot('PermitRotLogin no\n'))).toEqual([
    '50 local.conf: line 1: Bad configuration option: PermitRotLogin',
  ]);
  expect(said(snapshot('UsePAM maybe\n', '10.5', 'untitled:Untitled-1'))).toEqual([
    'untitled:Untitled-1 line 1: unsupported option "maybe".',
  ]);
});

test('an edit above moves the line number', () => {
  const before = snapshot('UsePAM maybe\n');
  expect(said(before)).toEqual(['50 local.conf line 1: unsupported option "maybe".']);
  const facts = { settings: DEFAULT_SETTINGS, target: before.catalog.target, byteOrderMark: false };
  const edit = { start: 0, end: 0, newText: '# new\n\n' };
  const after = snapshotOf(before.uri, `${edit.newText}UsePAM maybe\n`, facts, before, [edit]);
  expect(said(after)).toEqual(['50 local.conf line 3: unsupported option "maybe".']);
});

test.each([
  ['7.4', 'UsePAM maybe\n', ['Bad yes/no argument: maybe']],
  ['8.4', 'Port 22 23\n', ['garbage at end of line; "23".']],
  ['10.5', 'port 22 23\n', ['keyword port extra arguments at end of line']],
  ['10.5', 'Subsystem sftp\n', ['Subsystem missing argument.']],
  ['10.2', 'Subsystem sftp\n', ['Missing subsystem command.']],
])('%s: %j', (target, text, texts) => {
  expect(said(snapshot(text, target))).toEqual(texts.map((one) => `50 local.conf line 1: ${one}`));
});

test('texts of the user are no places to fill, and other bytes are shown as sshd shows them', () => {
  expect(said(snapshot('LogLevel {LINE}\n'))).toEqual(["50 local.conf line 1: unsupported log level '{LINE}'"]);
  expect(said(snapshot('LogLevel \u00e9\u{1f600}\n'))).toEqual([
    "50 local.conf line 1: unsupported log level '\\303\\251\\360\\237\\230\\200'",
  ]);
});

test('one line says one thing, and nothing that is not known', () => {
  expect(said(snapshot('Ciphers foo,bar\n'))).toEqual(["50 local.conf line 1: Bad SSH2 cipher spec 'foo,bar'."]);
  expect(said(snapshot(`LogLevel ${'x'.repeat(1000)}\n`))).toEqual([]);
  expect(said(snapshot('RekeyLimit 99999999999999999999999\n'))).toEqual([]);
  expect(said(snapshot('PerSourceMaxStartups\n', '8.6'))).toEqual([]);
});
