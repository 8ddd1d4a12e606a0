// Findings in the editor's terms.
import { expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { Finding } from '../../server/src/rules/rule';
import { featureDocument } from '../kit/feature-document';

const rulePage = (id: string) => `https://example.org/rules/${id}`;

test('a finding becomes a diagnostic with all it carries', () => {
  const document = featureDocument('Port 22\r\nPort 22\r\n');
  const finding: Finding = {
    rule: 'twice',
    severity: 'warning',
    message: 'Again.',
    range: { start: 9, end: 13 },
    tags: ['unnecessary', 'deprecated'],
    related: [{ range: { start: 0, end: 4 }, message: 'First here.' }],
  };
  expect(diagnostics(document, [finding], { rulePage })).toEqual([
    {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
      severity: 2,
      code: 'twice',
      codeDescription: { href: 'https://example.org/rules/twice' },
      source: 'sshd_config',
      message: 'Again.',
      tags: [1, 2],
      relatedInformation: [
        {
          location: {
            uri: document.snapshot.uri,
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
          },
          message: 'First here.',
        },
      ],
    },
  ]);
});

test('what sshd says stands at the finding, behind the other places, word for word', () => {
  const document = featureDocument('Prt 22\nPort 22\n');
  const finding: Finding = {
    rule: 'unknown',
    severity: 'error',
    message: 'No `Prt`.',
    range: { start: 0, end: 3 },
    related: [{ range: { start: 7, end: 11 }, message: 'Like `this`' }],
    sshdSays: ['sshd_config: line 1: Bad configuration option: `Prt`', 'sshd_config: terminating'],
  };
  const [made] = diagnostics(document, [finding], { rulePage });
  expect(made?.relatedInformation?.map(({ location, message }) => [location.range.start.line, message])).toEqual([
    [1, "Like 'this'"],
    [0, 'sshd 10.5 says: sshd_config: line 1: Bad configuration option: `Prt`'],
    [0, 'sshd 10.5 says: sshd_config: terminating'],
  ]);
});

test('severities are kept, empty parts left out', () => {
  const document = featureDocument('x');
  const of = (severity: Finding['severity']): Finding => ({
    rule: 'r',
    severity,
    message: 'm',
    range: { start: 0, end: 1 },
  });
  const made = diagnostics(document, [of('error'), of('warning'), of('information'), of('hint')], { rulePage });
  expect(made.map((one) => one.severity)).toEqual([1, 2, 3, 4]);
  expect(Object.keys(made[0] ?? {})).toEqual(['range', 'severity', 'code', 'codeDescription', 'source', 'message']);
  expect(diagnostics(document, [], { rulePage })).toEqual([]);
});
