// Subsystem: a name and the command that serves it.
import type { ArgumentKind } from './argument-kind';
import { fine, given, missing, since } from './checked';

export const subsystem: ArgumentKind = {
  name: 'subsystem',
  syntax: 'NAME COMMAND [ARGUMENT ...]',
  shape: 'words',
  choices: () => [{ label: 'sftp internal-sftp' }, { label: 'sftp' }, { label: 'internal-sftp' }],
  check(input) {
    const [name, command] = input.words;
    if (given(name) === undefined) return missing(input, 'a name and a command', name);
    // In a block that is not active, sshd before 10.3 looks no further than one word.
    if (!input.active && !since(input, '10.3p1'))
      return since(input, '8.7p1') ? fine(Number.POSITIVE_INFINITY) : fine(2);
    if (given(command) === undefined) {
      return missing(input, `a command behind the name \`${name?.value}\``, command, { case: 'command' });
    }
    return fine(Number.POSITIVE_INFINITY);
  },
};
