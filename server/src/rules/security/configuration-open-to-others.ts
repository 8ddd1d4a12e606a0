// Others than root may write the configuration, or a host key can be read by them.
import { modeText, type Permissions } from '../../model/machine-files';
import { argumentRange } from '../places';
import { defineRule } from '../rule';
import { startOf } from '../setting-rule';

const WRITABLE = 0o022;
const READABLE = 0o077;
const BY_GROUP = 0o040;

export const configurationOpenToOthers = defineRule({
  id: 'configuration-open-to-others',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'Others than root may write the configuration, or a host key can be read by them.',
  references: ['sshd(8), FILES', 'authfile.c: sshkey_perm_ok()'],
  *check(snapshot) {
    const { machine, reading, model, catalog } = snapshot;
    if (machine === undefined) return;
    const own = machine.permissions.get(reading.file.path);
    const trouble = own && troubleOf(own);
    if (trouble !== undefined)
      yield {
        range: startOf(snapshot),
        message: `${reading.file.path} ${trouble}: whoever may write it can give themselves root at the next reload. \`chown root\` and \`chmod 600\` it, or 644.`,
      };
    for (const placed of model.settersOf('HostKey')) {
      const path = placed.line.words[0]?.value ?? '';
      const key = path.endsWith('.pub') ? undefined : machine.permissions.get(path);
      if (key === undefined || !isRefused(key, catalog.target.vendor === 'redhat')) continue;
      yield {
        range: argumentRange(snapshot, placed),
        message: `${path} has the mode ${modeText(key)}, so others than root can read the key. sshd does not use it then. \`chmod 600\` it.`,
      };
    }
  },
});

function troubleOf(permissions: Permissions): string | undefined {
  if (permissions.owner !== 0) return 'belongs to another account than root';
  return (permissions.mode & WRITABLE) === 0 ? undefined : `has the mode ${modeText(permissions)}`;
}

// Red Hat lets its group ssh_keys read them.
function isRefused({ owner, mode }: Permissions, groupMayRead: boolean): boolean {
  return owner === 0 && (mode & READABLE & (groupMayRead ? ~BY_GROUP : READABLE)) !== 0;
}
