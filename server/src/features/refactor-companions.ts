// Lines that usually come together: the ones that are missing beside the selected one.
import { CodeActionKind } from 'vscode-languageserver-types';
import { ownValue } from '../base/own-value';
import type { Keyword } from '../catalog/directives';
import type { Snapshot } from '../model/snapshot';
import { insertion, styleBeside, written } from '../rules/line-edits';
import type { Refactoring, SelectedLines } from './refactoring-kind';

interface Companions {
  readonly title: string;
  /** Only with a value that fits. */
  readonly when?: RegExp;
  readonly lines: readonly (readonly [keyword: Keyword, value: string])[];
}

const COMPANIONS: Readonly<Record<string, Companions>> = {
  ChrootDirectory: {
    title: 'Add the lines of a folder for file transfer only',
    when: /^(?!none$)/i,
    lines: [
      ['ForceCommand', 'internal-sftp'],
      ['AllowTcpForwarding', 'no'],
      ['AllowAgentForwarding', 'no'],
      ['X11Forwarding', 'no'],
      ['PermitTunnel', 'no'],
    ],
  },
  ForceCommand: {
    title: 'Add the lines that leave nothing but the command',
    when: /^(?!none$)/i,
    lines: [
      ['PermitTTY', 'no'],
      ['AllowTcpForwarding', 'no'],
      ['AllowAgentForwarding', 'no'],
      ['X11Forwarding', 'no'],
      ['PermitTunnel', 'no'],
    ],
  },
  TrustedUserCAKeys: {
    title: 'Add a file of principals for each user',
    when: /^(?!none$)/i,
    lines: [['AuthorizedPrincipalsFile', '/etc/ssh/principals/%u']],
  },
  AuthorizedKeysCommand: {
    title: 'Add the account that runs the command; sshd refuses the file without one',
    when: /^\//,
    lines: [['AuthorizedKeysCommandUser', 'nobody']],
  },
  AuthorizedPrincipalsCommand: {
    title: 'Add the account that runs the command; sshd refuses the file without one',
    when: /^\//,
    lines: [['AuthorizedPrincipalsCommandUser', 'nobody']],
  },
  AllowTcpForwarding: {
    title: 'Close the other ways to forward too',
    when: /^no$/i,
    lines: [
      ['AllowStreamLocalForwarding', 'no'],
      ['AllowAgentForwarding', 'no'],
      ['X11Forwarding', 'no'],
      ['PermitTunnel', 'no'],
    ],
  },
  AuthenticationMethods: {
    title: 'Switch on what keyboard-interactive needs',
    when: /keyboard-interactive/,
    lines: [
      ['KbdInteractiveAuthentication', 'yes'],
      ['UsePAM', 'yes'],
    ],
  },
  PasswordAuthentication: {
    title: 'Switch off keyboard-interactive too, the other way to type a password',
    when: /^no$/i,
    lines: [['KbdInteractiveAuthentication', 'no']],
  },
};

/** Offers for the selected directive. */
export function* companionRefactorings(snapshot: Snapshot, { directives }: SelectedLines): Iterable<Refactoring> {
  const { tree, catalog, model } = snapshot;
  const [placed, more] = directives;
  const companions = placed?.directive && ownValue(COMPANIONS, placed.directive.slot);
  if (placed === undefined || companions === undefined || more !== undefined) return;
  if (companions.when?.test(placed.line.words.map(({ value }) => value).join(' ')) !== true) return;
  const missing = companions.lines.filter(([keyword]) => {
    const known = catalog.directive(keyword);
    const allowed = known?.status === 'supported' && (known.scope === 'all' || placed.active);
    return allowed && !model.settersOf(keyword).some(({ block }) => block === placed.block);
  });
  if (missing.length === 0) return;
  const lines = missing.map(([keyword, value]) => written(styleBeside(placed, keyword), keyword, value));
  yield {
    kind: CodeActionKind.RefactorRewrite,
    title: `${companions.title}: ${missing.map(([keyword]) => `\`${keyword}\``).join(', ')}`,
    edits: [insertion(tree, placed.lineIndex + 1, lines)],
  };
}
