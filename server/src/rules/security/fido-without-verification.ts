// Security keys open accounts without their PIN.
import { settingRule } from '../setting-rule';

export const fidoWithoutVerification = settingRule({
  id: 'fido-without-verification',
  category: 'security',
  severity: 'hint',
  since: '0.2.0',
  summary: 'Security keys open accounts without their PIN.',
  references: ['sshd_config(5), PubkeyAuthOptions'],
  demands: {},
  keyword: 'PubkeyAuthOptions',
  unset: 'strict',
  judge: ({ word, said, snapshot }) =>
    snapshot.catalog.since('8.4p1') && !/verify-required/.test(word)
      ? {
          message: `${said}: whoever holds a stolen security key logs in with a touch. With \`verify-required\` the key asks for its PIN or fingerprint as well; other keys are not touched by this.`,
          instead: word === '' || word === 'none' ? 'verify-required' : `${word} verify-required`,
        }
      : undefined,
});
