// $HOME and the like in a file name: sshd has no variables, and no shell reads the line.
import { isAccepted, partOfWord } from '../accepted-lines';
import { defineRule } from '../rule';

const KINDS = ['path', 'path-list', 'include', 'agent-socket-path'];
const COMMANDS = ['AuthorizedKeysCommand', 'AuthorizedPrincipalsCommand'];

export const shellVariableInFileName = defineRule({
  id: 'shell-variable-in-file-name',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A shell variable such as `$HOME` in a file name or key command, which sshd does not replace.',
  references: ['https://man.openbsd.org/sshd_config#TOKENS'],
  *checkLine(placed, snapshot) {
    const { directive, line } = placed;
    if (directive === undefined || !line.text.includes('$')) return;
    const command = COMMANDS.includes(directive.slot);
    if ((!command && !KINDS.includes(directive.argument.name)) || !isAccepted(placed, snapshot)) return;
    for (const word of line.words) {
      const found = /\$(?:[A-Z_][A-Z0-9_]*\b|\{\w+\})/.exec(word.value);
      if (found === null) continue;
      const [variable] = found;
      const tokens = directive.argument.tokens?.(snapshot.catalog.target) ?? [];
      const instead = /HOME/.test(variable) ? 'h' : /USER|LOGNAME/.test(variable) ? 'u' : undefined;
      const advice =
        instead !== undefined && tokens.includes(instead) ? `Write \`%${instead}\`.` : 'Write the value itself.';
      yield {
        range: partOfWord(word, found.index, variable.length),
        message: `No shell reads this ${command ? 'command' : 'file name'}: sshd takes \`${variable}\` as it stands. ${advice}`,
      };
    }
  },
});
