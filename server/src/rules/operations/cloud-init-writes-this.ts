// cloud-init writes this file.
import { fileName } from '../../base/file-name';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

export const cloudInitWritesThis = defineRule({
  id: 'cloud-init-writes-this',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'cloud-init writes this file.',
  references: ['cloud-init: cc_set_passwords'],
  *check(snapshot, { reads }) {
    reads('PasswordAuthentication');
    const name = fileName(snapshot.uri);
    const [line] = snapshot.model.settersOf('PasswordAuthentication');
    if (!/^(50-cloud-init|60-cloudimg-settings)\.conf$/.test(name) || line === undefined) return;
    yield {
      range: directiveRange(snapshot, line),
      message:
        'cloud-init writes this file from `ssh_pwauth`, at each new instance: what you change here does not last. Set `ssh_pwauth`, or write a drop-in whose name sorts first, as 00-local.conf.',
    };
  },
});
