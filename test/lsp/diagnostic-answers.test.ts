// What a client is told that names the diagnostics it has.
import { expect, it } from 'vitest';
import type { DocumentDiagnosticReport, Range } from 'vscode-languageserver/node';
import { startedClients } from './server-kit';

const URI = 'file:///home/me/sshd_config';
const start = startedClients();
it('diagnostics are said to be the same where an edit changes none of them', async () => {
  const client = await start();
  const pull = (previousResultId?: string) =>
    client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
      previousResultId,
    });
  client.open(URI, 'Prot 22\nClientAliveInterval 60\nMaxSessions 10\n');
  const whole = await pull();
  expect(whole).toMatchObject({ kind: 'full', items: [{ code: 'unknown-directive' }] });
  client.edit(URI, 2, [{ range: at(2, 14, 2, 14), text: '0' }]);
  expect(await pull(whole.resultId)).toEqual({ kind: 'unchanged', resultId: whole.resultId });
  client.edit(URI, 3, [{ range: at(0, 0, 0, 0), text: ' ' }]);
  const moved = await pull(whole.resultId);
  expect(moved).toMatchObject({ kind: 'full', items: [{ range: at(0, 1, 0, 5) }] });
  expect(moved.resultId).not.toBe(whole.resultId);
  // A name that is not the last one, or of another document, is no ground to say nothing.
  expect(await pull(whole.resultId)).toMatchObject({ kind: 'full' });
  client.open('file:///srv/sshd_config', 'Prot 22\nClientAliveInterval 60\nMaxSessions 10\n');
  const other = { textDocument: { uri: 'file:///srv/sshd_config' }, previousResultId: moved.resultId };
  expect(await client.connection.sendRequest('textDocument/diagnostic', other)).toMatchObject({ kind: 'full' });
});

function at(line: number, character: number, endLine: number, endCharacter: number): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
