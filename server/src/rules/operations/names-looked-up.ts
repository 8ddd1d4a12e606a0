// UseDNS yes makes logins wait for the name service.
import { heldValue, settingRule } from '../setting-rule';

export const namesLookedUp = settingRule({
  id: 'names-looked-up',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'UseDNS yes makes logins wait for the name service.',
  references: ['sshd_config(5), UseDNS', 'Lynis SSH-7408', 'dev-sec ssh-baseline and ssh_hardening'],
  demands: {
    recommended: { wants: 'no, if unused', severity: 'hint' },
    lynis: { wants: 'no' },
    'dev-sec': { wants: 'no' },
  },
  keyword: 'UseDNS',
  alsoReads: ['AllowUsers', 'DenyUsers'],
  unset: 'strict',
  judge: ({ word, said, written, strict, snapshot }) => {
    const needed = snapshot.model.blocks.some(({ criteria }) =>
      criteria.criteria.some(({ criterion }) => criterion.name === 'Host'),
    );
    const byName = (['AllowUsers', 'DenyUsers'] as const).some((keyword) =>
      /@[^ @]*[a-z]/i.test(heldValue(snapshot, keyword)),
    );
    if (word !== 'yes' || needed || byName || (!written && !strict)) return undefined;
    return {
      message: `${said} asks the name service at each login, which hangs when it does. Nothing here goes by host names: write \`no\`.`,
      instead: 'no',
    };
  },
});
