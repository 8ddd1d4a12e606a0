// AgentSocketPath: where the sockets of forwarded agents are made (agent_listener() of session.c).
import { tokensOf } from '../percent-tokens';
import type { ArgumentKind } from './argument-kind';
import { bad, fine, firstWord, missing } from './checked';

/** `user:` and a folder of the user's own, made where it is missing; `shared:` and an absolute one that is there; or none. */
export const agentSocketPath: ArgumentKind = {
  name: 'agent-socket-path',
  syntax: 'user:PATH | shared:PATH | none',
  shape: 'word',
  choices: () => [
    { label: 'user:.ssh/agent', detail: "in the user's home" },
    { label: 'shared:/tmp', detail: 'each in a folder of its own below /tmp, as before 10.1' },
    { label: 'none', detail: 'no agent is forwarded' },
  ],
  tokens: (target) => tokensOf('AgentSocketPath', target),
  describe(value) {
    const [, style, path] = /^(user|shared):(.+)$/s.exec(value) ?? [];
    if (style === undefined) return value === 'none' ? 'no agent is forwarded' : undefined;
    if (style === 'shared') return `each socket in a folder of its own below \`${path}\``;
    return /^[/~%]/.test(path ?? '') ? `in \`${path}\`` : `in \`${path}\` below the user's home`;
  },
  printed: ({ words }) => [words[0]?.value ?? ''],
  check(input) {
    const word = firstWord(input);
    if (word === undefined) return missing(input, '`user:` or `shared:` and a path', input.words[0]);
    const { value } = word;
    if (value === 'none' || /^(user:.|shared:\/)/s.test(value)) return fine(1);
    if (value === 'user:')
      return bad(word, 'No folder stands behind `user:`; sshd refuses it. The default is `user:.ssh/agent`.', [], {
        case: 'user',
      });
    if (value.startsWith('shared:'))
      return bad(
        word,
        'Behind `shared:` sshd wants an absolute path and refuses this one. Write, for example, `shared:/tmp`.',
        [],
        { case: 'shared' },
      );
    return bad(
      word,
      `\`${value}\` says neither \`user:\` nor \`shared:\` in front, in small letters; sshd refuses it. Write, for example, \`user:.ssh/agent\`.`,
      meant(value),
    );
  },
};

function meant(value: string): readonly string[] {
  const lower = value.replace(/^(user|shared|none)(?=:|$)/i, (prefix) => prefix.toLowerCase());
  if (lower !== value) return [lower];
  return value.startsWith('/') ? [`shared:${value}`, `user:${value}`] : [];
}
