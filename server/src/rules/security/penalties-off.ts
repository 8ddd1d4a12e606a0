// PerSourcePenalties no, which takes the brake off password guessing.
import { settingRule } from '../setting-rule';

export const penaltiesOff = settingRule({
  id: 'penalties-off',
  category: 'security',
  severity: 'warning',
  since: '0.2.0',
  summary: 'PerSourcePenalties no, which takes the brake off password guessing.',
  references: ['sshd_config(5), PerSourcePenalties'],
  keyword: 'PerSourcePenalties',
  judge: ({ word }) =>
    word === 'no'
      ? {
          message:
            'sshd no longer slows down addresses that guess or crash it. Remove the line; for an office behind one address write `PerSourcePenaltyExemptList`.',
        }
      : undefined,
});
