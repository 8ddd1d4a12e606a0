// Findings as the editor's diagnostics. Finds nothing itself.
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import { keptBy } from '../base/kept-by';
import { plainText } from '../base/plain-text';
import type { TextRange } from '../base/text-range';
import { shortName } from '../catalog/versions';
import type { Finding, FindingTag, Severity } from '../rules/rule';
import type { SyntaxTree } from '../syntax/tree';
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
  const { uri, tree } = document.snapshot;
  if (hasOddLines(tree)) return findings.map((finding) => diagnostic(document, finding, options));
  return findings.map((finding) => {
    const { identity } = finding;
    const known = identity && MADE.get(identity);
    if (known?.options === options && known.uri === uri) return known.diagnostic;
    const made = { options, uri, diagnostic: diagnostic(document, finding, options) };
    if (identity !== undefined) MADE.set(identity, made);
    return made.diagnostic;
  });
}

interface Made {
  readonly options: DiagnosticOptions;
  readonly uri: string;
  readonly diagnostic: Diagnostic;
}

// A keystroke leaves nearly all findings on their lines: what was shown of them is shown again, and found equal without a look inside.
const MADE = new WeakMap<object, Made>();

// Where the editor sees other lines than sshd does, an edit in one line may move the next.
const hasOddLines = keptBy(({ text }: SyntaxTree) => /\0|\r(?!\n)/.test(text));

function diagnostic(document: FeatureDocument, finding: Finding, { rulePage }: DiagnosticOptions): Diagnostic {
  const { tags = [], severity, rule, message } = finding;
  const related = relatedInformation(document, finding);
  const made: Diagnostic = {
    range: editorRange(document, finding.range),
    severity: SEVERITIES[severity],
    code: rule,
    codeDescription: { href: rulePage(rule) },
    source: 'sshd_config',
    message: plainText(message),
  };
  if (tags.length > 0) made.tags = tags.map((tag) => TAGS[tag]);
  if (related.length > 0) made.relatedInformation = related;
  return made;
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
