// The sshd one is about to move to refuses this.
import { defineRule, type Finding } from '../rule';

export const refusedAfterUpgrade = defineRule({
  id: 'refused-after-upgrade',
  category: 'upgrade',
  severity: 'warning',
  since: '0.2.0',
  summary: 'The sshd one is about to move to refuses this.',
  references: ['servconf.c of both releases'],
  *check(snapshot, { refusedBy }) {
    const { upgradeTo } = snapshot.settings.rules;
    if (upgradeTo === undefined) return;
    const later = refusedBy(upgradeTo);
    if (later.length === 0) return;
    const key = ({ rule, range }: Finding) => `${rule} ${range.start}`;
    const today = new Set(refusedBy(snapshot.catalog.target).map(key));
    for (const finding of later)
      if (!today.has(key(finding)))
        yield { range: finding.range, message: `${upgradeTo.label} does not start with this: ${finding.message}` };
  },
});
