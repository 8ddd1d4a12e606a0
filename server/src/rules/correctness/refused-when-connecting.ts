// A line that sshd -t lets pass, and at which connections end: in a block, or behind another of its directive, it is first looked at then.
import type { ArgumentProblem } from '../../catalog/arguments/argument-kind';
import type { PlacedDirective } from '../../model/file-model';
import { isMisplaced, lineProblems } from '../../model/line-problems';
import type { Snapshot } from '../../model/snapshot';
import { writing } from '../accepted-lines';
import { defineRule } from '../rule';

export const refusedWhenConnecting = defineRule({
  id: 'refused-when-connecting',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A line that `sshd -t` lets pass, and at which connections end.',
  references: ['servconf.c: parse_server_match_config()', 'servconf.c: sAuthorizedKeysCommand, sAuthenticationMethods'],
  // A rule of its own tells what is wrong there, and a list is put together later.
  lines: ({ slot, status }) => slot !== 'Subsystem' && status === 'supported',
  *checkLine(placed, snapshot) {
    const { line, active, unread, conditions } = placed;
    if (isMisplaced(placed) || (active && !unread)) return;
    // sshd refuses the file for it, or takes the quote for the end.
    if (line.unclosedQuote !== undefined || lineProblems(placed, snapshot.catalog.target).length > 0) return;
    const idle = problemFor(placed, snapshot, false);
    const problem = conditions.length > 0 ? problemFor(placed, snapshot, true) : idle;
    if (problem === undefined) return;
    const whose = active || (unread && idle !== undefined) ? 'every connection' : 'each connection that the block fits';
    const [instead] = problem.instead ?? [];
    yield {
      range: problem.range,
      message: `\`sshd -t\` does not look here, and ${whose} ends at this line: ${problem.message}`,
      ...(instead === undefined ? {} : { fixes: [writing(problem.range, instead)] }),
    };
  },
});

// For a connection nothing is set yet, so sshd looks at the line, whether its block fits (`active`) or not.
function problemFor(
  { line, directive }: PlacedDirective,
  { catalog: { target } }: Snapshot,
  active: boolean,
): ArgumentProblem | undefined {
  const checked = directive?.argument.check({ keyword: directive.keyword, line, words: line.words, target, active });
  return checked?.problems.find(({ afterReading }) => !afterReading);
}
