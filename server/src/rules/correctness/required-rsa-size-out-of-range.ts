// RequiredRSASize that asks for more bits than OpenSSH handles, or for fewer than it takes anyway.
import { isAccepted } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

/** SSH_RSA_MINIMUM_MODULUS_SIZE, and OpenSSL's largest modulus. */
const LEAST = 1024;
const MOST = 16384;

export const requiredRsaSizeOutOfRange = defineRule({
  id: 'required-rsa-size-out-of-range',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A RequiredRSASize that no RSA key can reach, or one below the 1024 bits that sshd demands anyway.',
  references: ['https://man.openbsd.org/sshd_config#RequiredRSASize', 'sshkey.c: sshkey_check_rsa_length()'],
  lines: ofKeyword('RequiredRSASize'),
  *checkLine(placed, snapshot) {
    const [word] = placed.line.words;
    if (word === undefined) return;
    const bits = Number(word.value);
    if ((bits >= LEAST && bits <= MOST) || !isAccepted(placed, snapshot)) return;
    yield bits > MOST
      ? {
          range: word,
          message: `No RSA key has ${bits} bits: sshd refuses every RSA key, of users and of this host. Write a size such as \`3072\`.`,
        }
      : {
          range: word,
          severity: 'information' as const,
          message: `sshd takes no RSA key below ${LEAST} bits in any case, so ${bits} changes nothing. Write a size such as \`3072\`.`,
        };
  },
});
