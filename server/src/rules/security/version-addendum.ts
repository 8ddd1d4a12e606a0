// VersionAddendum, which everybody reads before any login.
import { settingRule } from '../setting-rule';

export const versionAddendum = settingRule({
  id: 'version-addendum',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'VersionAddendum, which everybody reads before any login.',
  references: ['sshd_config(5), VersionAddendum'],
  keyword: 'VersionAddendum',
  judge: ({ word, written, snapshot }) => {
    if (!written || word === 'none' || word === '') return undefined;
    const hasNone = snapshot.catalog.since('6.9p1');
    return {
      message: `This text is sent to everybody who connects, before any login: scanners read it and know more about the machine. ${hasNone ? 'Write `none`' : 'Remove the line'} unless somebody needs it.`,
      ...(hasNone ? { instead: 'none' } : {}),
    };
  },
});
