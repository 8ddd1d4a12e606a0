// The keys of administrators are read from one common file.
import { directiveRange } from '../places';
import { defineRule } from '../rule';

export const administratorsHaveOwnKeys = defineRule({
  id: 'administrators-have-own-keys',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The keys of administrators are read from one common file.',
  references: ['Win32-OpenSSH: sshd_config_default'],
  *check(snapshot, { reads }) {
    reads('AuthorizedKeysFile');
    if (snapshot.catalog.target.vendor !== 'windows') return;
    for (const placed of snapshot.model.settersOf('AuthorizedKeysFile')) {
      if (placed.block === undefined || !/administrators_authorized_keys/.test(placed.line.text)) continue;
      yield {
        range: directiveRange(snapshot, placed),
        message:
          'For members of Administrators sshd reads only this file, never .ssh\\authorized_keys in their profile. The file may be writable by Administrators and SYSTEM alone.',
      };
    }
  },
});
