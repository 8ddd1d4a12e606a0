// A file that a line names is not on this machine.
import type { Keyword } from '../../catalog/directives';
import { pathWords } from '../../model/named-paths';
import { rangeInFile } from '../../syntax/tree';
import { isAccepted } from '../accepted-lines';
import { defineRule, type Report } from '../rule';

// What comes of it, worst first where a file is needed for logging in.
const CONSEQUENCES: Partial<Record<Keyword, readonly [severity: Report['severity'], text: string]>> = {
  HostKey: [
    'warning',
    'sshd goes on without this key, and does not start when none is left. `ssh-keygen -A` makes the usual ones.',
  ],
  RevokedKeys: ['warning', 'sshd then accepts no key of anybody. Make the file, empty if need be.'],
  TrustedUserCAKeys: ['warning', 'no certificate is accepted then.'],
  AuthorizedKeysCommand: ['warning', 'sshd then finds no keys by it.'],
  AuthorizedPrincipalsCommand: ['warning', 'certificates of users are then refused.'],
  Subsystem: ['warning', 'the subsystem fails for everybody who asks for it.'],
  ForceCommand: ['warning', 'the session of everybody who gets it ends at once.'],
  HostCertificate: ['information', 'sshd shows no certificate of the host then.'],
  Banner: ['information', 'no banner is shown then.'],
};

export const namedFileMissing = defineRule({
  id: 'named-file-missing',
  category: 'operations',
  severity: 'warning',
  since: '0.2.0',
  summary: 'A file that a line names is not on this machine.',
  references: ['sshd_config(5)', 'sshd.c: main()'],
  *check(snapshot) {
    const { machine, model, catalog, tree } = snapshot;
    if (machine === undefined || machine.absent.size === 0) return;
    const chroots = snapshot.configuration
      .settersOf('ChrootDirectory')
      .some(({ placed }) => placed.line.words[0]?.value.toLowerCase() !== 'none');
    for (const placed of model.directives) {
      const slot = placed.directive?.slot;
      const consequence = slot && CONSEQUENCES[slot];
      // What a session runs may lie in the folder that it is confined to.
      if (chroots && (slot === 'ForceCommand' || slot === 'Subsystem')) continue;
      const word = pathWords(placed, catalog.target).find(({ value }) => machine.absent.has(value));
      if (consequence === undefined || word === undefined || !isAccepted(placed, snapshot)) continue;
      const [severity, text] = consequence;
      yield {
        range: rangeInFile(tree, placed.lineIndex, word),
        message: `\`${word.value}\` is not there, and \`sshd -t\` need not say so: ${text}`,
        ...(severity === undefined ? {} : { severity }),
      };
    }
  },
});
