// What an installed sshd says, as diagnostics beside ours: on the lines it means, marked as its own, with a note where the two disagree.
import { type Diagnostic, DiagnosticSeverity, type Position, type Range } from 'vscode-languageserver';
import type { Finding } from '../rules/rule';
import { lengthWithoutEnd, lineIndexAt, type SyntaxTree } from '../syntax/tree';
import type { SshdMessage } from '../workspace/sshd-messages';
import type { OpenDocument } from './documents';

/** A file that diagnostics can be placed in. */
export interface PlacedText {
  readonly tree: SyntaxTree;
  readonly positionAt: (offset: number) => Position;
}

/** The check of one file. */
export interface SshdVerdict {
  /** E.g. `9.2p1`. */
  readonly version: string;
  /** Absent: sshd did not get far enough to say. */
  readonly accepted?: boolean;
  readonly messages: readonly SshdMessage[];
}

/** What stands for all of sshd's diagnostics where a rule's id stands in ours. */
export const SSHD_CODE = 'sshd';

/** Diagnostics for the messages about the main file. */
export function mainDiagnostics(document: OpenDocument, verdict: SshdVerdict): readonly Diagnostic[] {
  const text: PlacedText = { tree: document.snapshot.tree, positionAt: document.positionAt };
  const findings = document.findings();
  const placed = verdict.messages
    .filter(({ file }) => file === undefined)
    .map((message) => ({ message, index: lineIndexOf(message, text.tree, findings) }));
  const own = placed.map(({ message, index }) => {
    const unplaced = message.line === undefined ? '\nsshd names no line.' : '';
    return diagnostic(text, index, message.text + unplaced, severityOf(message), verdict);
  });
  const refused = placed.filter(({ message }) => !message.warning).map(({ index }) => index);
  const difference = differing(document, verdict, refused);
  if (difference === undefined) return own;
  return [...own, diagnostic(text, difference.index, difference.text, DiagnosticSeverity.Information, verdict)];
}

/** Diagnostics for messages about a file that was included. */
export function includedDiagnostics(
  text: PlacedText,
  messages: readonly SshdMessage[],
  verdict: SshdVerdict,
): readonly Diagnostic[] {
  return messages.map((message) =>
    diagnostic(text, (message.line ?? 1) - 1, message.text, severityOf(message), verdict),
  );
}

function severityOf({ warning }: SshdMessage): DiagnosticSeverity {
  return warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
}

function diagnostic(
  text: PlacedText,
  index: number,
  message: string,
  severity: DiagnosticSeverity,
  { version }: SshdVerdict,
): Diagnostic {
  return { range: rangeOfLine(text, index), severity, code: SSHD_CODE, source: `sshd ${version}`, message };
}

function rangeOfLine({ tree, positionAt }: PlacedText, index: number): Range {
  const line = tree.lines[index];
  const start = tree.starts[index] ?? tree.text.length;
  if (line === undefined) return { start: positionAt(start), end: positionAt(start) };
  const [from, to] =
    line.kind === 'directive'
      ? [line.keyword.start, Math.max(line.keyword.end, line.rest.end)]
      : [0, lengthWithoutEnd(line.text)];
  return { start: positionAt(start + from), end: positionAt(start + to) };
}

/** The line of a message; where sshd names none, the one that our findings or its words point to. */
function lineIndexOf({ line, text }: SshdMessage, tree: SyntaxTree, findings: readonly Finding[]): number {
  if (line !== undefined) return line - 1;
  const ours = findings
    .filter(({ afterReading, severity }) => afterReading && severity === 'error')
    .map(({ range }) => lineIndexAt(tree, range.start));
  const named = tree.lines.findIndex((_, index) => isNamed(tree, index, text));
  return ours.find((index) => isNamed(tree, index, text)) ?? (named >= 0 ? named : (ours[0] ?? 0));
}

function isNamed(tree: SyntaxTree, index: number, text: string): boolean {
  const line = tree.lines[index];
  if (line?.kind !== 'directive' || !/^[a-z0-9]+$/i.test(line.keyword.value)) return false;
  // A file that is not there can only be an included one.
  if (text.endsWith(': No such file or directory') && line.keyword.value.toLowerCase() === 'include') return true;
  return new RegExp(`\\b${line.keyword.value}`, 'i').test(text);
}

/** Where sshd and our check of the main file come to different ends, and what to say of it. */
function differing(
  { snapshot, findings }: OpenDocument,
  { accepted, version, messages }: SshdVerdict,
  refused: readonly number[],
): { readonly index: number; readonly text: string } | undefined {
  if (accepted === undefined) return undefined;
  const { target } = snapshot.catalog;
  const same = target.release === version || target.release.startsWith(`${version}p`);
  const end = same
    ? 'Both are about the same release: its builds differ, or this extension is mistaken.'
    : 'They are different releases, so both can be right.';
  const errors = findings().filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ range }) => lineIndexAt(snapshot.tree, range.start));
  const only = refused.find((index) => !lines.includes(index));
  if (only !== undefined)
    return {
      index: only,
      text: `sshd ${version} on this machine refuses this line; the check for ${target.label} has nothing against it. ${end}`,
    };
  const elsewhere = messages.some(({ file, warning }) => file !== undefined && !warning);
  if (elsewhere) return undefined;
  const first = Math.min(...refused);
  const passed = lines.findIndex((line, index) => accepted || (line < first && !errors[index]?.afterReading));
  const index = lines[passed];
  return index === undefined
    ? undefined
    : {
        index,
        text: `sshd ${version} on this machine accepts this line; the check for ${target.label} does not. ${end}`,
      };
}
