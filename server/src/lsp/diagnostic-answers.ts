// Diagnostics of a document whole, or only that they are the same as before: most letters that are typed change none of them.
import equal from 'fast-deep-equal';
import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { lastAnswers, ofServer } from './last-answers';

/** Keeps the last answer for each document. */
export interface DiagnosticAnswers {
  /** Whole, but where they are those of the named answer. */
  readonly since: (uri: string, resultId: string | undefined, items: Diagnostic[]) => DocumentDiagnosticReport;
}

/** Those of one server. */
export const diagnosticAnswers: (server: object) => DiagnosticAnswers = ofServer(() => {
  const last = lastAnswers<readonly Diagnostic[]>();
  return {
    since: (uri, resultId, items) => {
      const before = last.named(uri, resultId);
      if (resultId !== undefined && before !== undefined && equal(before, items))
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: last.keep(uri, items), items };
    },
  };
});
