// Findings as text or JSON. Decides nothing about them.
import { plainText } from '../base/plain-text';
import type { Finding } from '../rules/rule';

/** The findings of one file, and what it was judged for. */
export interface FileReport {
  readonly file: string;
  readonly text: string;
  readonly target: string;
  readonly findings: readonly Finding[];
}

/** `FILE:LINE:COL: severity[rule] message`, one finding a line; lines and columns count from 1, lines end at LF as sshd counts them. */
export function textReport({ file, text, findings }: FileReport): string {
  const place = placesIn(text);
  const line = ({ range, severity, rule, message }: Finding) => {
    const { line: row, column } = place(range.start);
    return `${file}:${row}:${column}: ${severity}[${rule}] ${plainText(message).replace(/\s+/g, ' ')}\n`;
  };
  return findings.map(line).join('');
}

/** One JSON array with an object for each file. */
export function jsonReport(reports: readonly FileReport[]): string {
  const files = reports.map(({ file, text, target, findings }) => {
    const place = placesIn(text);
    return {
      file,
      target,
      findings: findings.map(({ range, severity, rule, message }) => ({
        severity,
        rule,
        message,
        start: place(range.start),
        end: place(range.end),
      })),
    };
  });
  return `${JSON.stringify(files, undefined, 2)}\n`;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placesIn(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
