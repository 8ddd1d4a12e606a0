// The document store: edits become offsets, and only touched lines are parsed anew.
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editOf, openDocuments } from '../../server/src/lsp/documents';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import type { FileFacts } from '../../server/src/service';

const URI = 'file:///sshd_config';

function store(factsOf: () => Promise<FileFacts> = async () => ({ settings: DEFAULT_SETTINGS })) {
  const documents = openDocuments({ factsOf, check: () => [] });
  const change = (
    version: number,
    ...edits: readonly (readonly [line: number, from: number, to: number, text: string])[]
  ) =>
    documents.change({
      textDocument: { uri: URI, version },
      contentChanges: edits.map(([line, from, to, text]) => ({
        range: { start: { line, character: from }, end: { line, character: to } },
        text,
      })),
    });
  documents.open({ uri: URI, languageId: 'sshd_config', version: 1, text: 'Port 22\nUsePAM yes\nMatch all\n' });
  return { documents, change };
}

describe('the document store', () => {
  it('keeps the nodes of untouched lines', async () => {
    const { documents, change } = store();
    const before = await documents.ready(URI);
    change(2, [1, 7, 10, 'no'], [0, 5, 7, '2222']);
    const after = await documents.ready(URI);
    expect(after?.snapshot.tree.text).toBe('Port 2222\nUsePAM no\nMatch all\n');
    expect(after?.snapshot.tree.lines[2]).toBe(before?.snapshot.tree.lines[2]);
    expect(after?.version).toBe(2);
  });

  it('gives the same document while nothing changes', async () => {
    const { documents } = store();
    expect(await documents.ready(URI)).toBe(await documents.ready(URI));
  });

  it('takes a hundred edits in one go', async () => {
    const { documents, change } = store();
    await documents.ready(URI);
    change(2, ...Array.from({ length: 100 }, () => [0, 0, 0, '#'] as const));
    expect((await documents.ready(URI))?.snapshot.tree.text).toBe(`${'#'.repeat(100)}Port 22\nUsePAM yes\nMatch all\n`);
  });

  it('waits for the newest facts', async () => {
    const answers: ((facts: FileFacts) => void)[] = [];
    const { documents } = store(() => new Promise((resolve) => answers.push(resolve)));
    const waiting = documents.ready(URI);
    documents.forgetFacts();
    answers[0]?.({ settings: DEFAULT_SETTINGS, byteOrderMark: false });
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.({ settings: DEFAULT_SETTINGS, byteOrderMark: true });
    expect((await waiting)?.snapshot.byteOrderMark).toBe(true);
  });

  it('asks anew when another document closes while the files are fetched: they may hold its text', async () => {
    const answers: ((facts: FileFacts) => void)[] = [];
    const { documents } = store(() => new Promise((resolve) => answers.push(resolve)));
    documents.open({ uri: 'file:///drop-in.conf', languageId: 'sshd_config', version: 1, text: 'UsePAM no\n' });
    const waiting = documents.ready(URI);
    documents.close('file:///drop-in.conf');
    answers[0]?.({ settings: DEFAULT_SETTINGS, byteOrderMark: true });
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.({ settings: DEFAULT_SETTINGS, byteOrderMark: false });
    expect((await waiting)?.snapshot.byteOrderMark).toBe(false);
  });

  it('knows nothing of closed documents', async () => {
    const { documents, change } = store();
    documents.close(URI);
    change(2, [0, 0, 0, 'x']);
    expect(await documents.ready(URI)).toBeUndefined();
    expect(documents.uris()).toEqual([]);
  });
});

describe('editOf', () => {
  const text = TextDocument.create(URI, 'sshd_config', 1, 'Port 22\r\nUsePAM yes\n');

  it.each([
    [{ start: { line: 1, character: 7 }, end: { line: 1, character: 10 } }, [16, 19]],
    [{ start: { line: 1, character: 10 }, end: { line: 1, character: 7 } }, [16, 19]],
    [{ start: { line: 0, character: 7 }, end: { line: 1, character: 0 } }, [7, 9]],
    [{ start: { line: 9, character: 0 }, end: { line: 9, character: 9 } }, [20, 20]],
  ])('puts %j at %j', (range, [start, end]) => {
    expect(editOf(text, { range, text: 'x' })).toEqual({ start, end, newText: 'x' });
  });

  it('replaces everything when no range is given', () => {
    expect(editOf(text, { text: '' })).toEqual({ start: 0, end: 20, newText: '' });
  });
});
