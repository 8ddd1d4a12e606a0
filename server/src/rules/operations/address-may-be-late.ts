// The address may not be there yet when sshd starts.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const addressMayBeLate = defineRule({
  id: 'address-may-be-late',
  category: 'operations',
  severity: 'hint',
  since: '0.2.0',
  summary: 'The address may not be there yet when sshd starts.',
  references: ['sshd_config(5), ListenAddress'],
  lines: ofKeyword('ListenAddress'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined || !isAccepted(placed, snapshot)) return;
    const host = word.value.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
    if (!/^[\d.]+$|:/.test(host) || /^(127\.|0\.0\.0\.0$|::1?$)/.test(host)) return;
    yield {
      range: word,
      message:
        'If the address is not up when sshd starts, sshd does not listen on it, and with no other address it ends. Order it behind network-online.target, or listen on all addresses and filter.',
    };
  },
});
