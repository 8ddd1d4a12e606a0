// Findings as the editor's diagnostics. Finds nothing itself.
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import { plainText } from '../base/plain-text';
import type { TextRange } from '../base/text-range';
import { shortName } from '../catalog/versions';
import type { Finding, FindingTag, Severity } from '../rules/rule';
import { editorLocation, editorRange, type FeatureDocument } from './document';

/** What diagnostics need to know of their surroundings. */
export interface DiagnosticOptions {
  /** Address of a rule's page. */
  readonly rulePage: (ruleId: string) => string;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS: Readonly<Record<FindingTag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** What the editor shows of each finding, in the same order. */
export function diagnostics(
  document: FeatureDocument,
  findings: readonly Finding[],
  options: DiagnosticOptions,
): Diagnostic[] {
  return findings.map((finding) => diagnostic(document, finding, options));
}

function diagnostic(document: FeatureDocument, finding: Finding, { rulePage }: DiagnosticOptions): Diagnostic {
  const { tags = [] } = finding;
  const related = relatedInformation(document, finding);
  return {
    range: editorRange(document, finding.range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    source: 'sshd_config',
    message: plainText(finding.message),
    ...(tags.length > 0 ? { tags: tags.map((tag) => TAGS[tag]) } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

// What sshd says comes last and stands at the finding itself, so that a search for its words leads here.
function relatedInformation(document: FeatureDocument, finding: Finding): DiagnosticRelatedInformation[] {
  const { related = [], sshdSays = [], range } = finding;
  const at = (place: TextRange, message: string, uri?: string): DiagnosticRelatedInformation[] => {
    const location = editorLocation(document, place, uri);
    return location === undefined ? [] : [{ location, message }];
  };
  const release = shortName(document.snapshot.catalog.target.release);
  return [
    ...related.flatMap((one) => at(one.range, plainText(one.message), one.uri)),
    ...sshdSays.flatMap((text) => at(range, `sshd ${release} says: ${text}`)),
  ];
}
