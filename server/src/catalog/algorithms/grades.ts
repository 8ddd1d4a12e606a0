// How good each algorithm is, in our judgement of what ssh-audit, Mozilla and the BSI say. Data only: the rules decide what to report.
// Where the guides quarrel only about who chose a curve (NIST), the curve counts as acceptable: OpenSSH offers it by default.

/** `weak`: should not be listed; `acceptable`: sound, but something better is there; `unknown`: too new or too rare for a judgement. */
export type AlgorithmGrade = 'strong' | 'acceptable' | 'weak' | 'unknown';

/** A judgement: `q` marks protection against quantum computers, `t` a part in the Terrapin attack (CVE-2023-48795). */
export type Judgement = readonly [grade: AlgorithmGrade, why: string, marks?: 'q' | 't'];

const CBC = 'CBC mode: leaks under attack, and a Terrapin target together with an -etm MAC';
const EAM = 'sound hash, but it covers the text before encryption; the -etm form is safer';
const ETM = 'covers the encrypted text, as it should be';
const NIST = 'sound NIST curve; some guides distrust how its constants were chosen';
const ECDSA = 'NIST curve; one poor random number while signing gives the key away, Ed25519 has no such trap';
const FIDO = 'the private key stays in a hardware token';
const HYBRID = 'hybrid: safe if either the classical or the post-quantum half holds';
const RSA2 = 'RSA signature with SHA-2; the key should have 3072 bits or more';
const SHA1 = 'relies on SHA-1, for which collisions are practical';
const OLD_MAC = 'relies on an obsolete hash';
const DSA = 'DSA is limited to 1024 bits and SHA-1';
const RC4 = 'RC4 is broken: its output is biased';
const BLOCK64 = 'blocks of 64 bits: long sessions leak (Sweet32), and CBC mode';
const NOT_PQ = 'sound today, but a recorded session could be read by a future quantum computer';
const GCM = 'encrypts and authenticates in one step; fast with AES hardware';
const CTR = 'sound; pair it with an -etm MAC';
const MLDSA_HYBRID = 'Ed25519 and ML-DSA 44 together: holds as long as one of them does';
const MLDSA = 'experimental hybrid signature, not offered by default and not yet graded by the guides';

/** By name. */
export const JUDGEMENTS: Readonly<Record<string, Judgement>> = {
  '3des-cbc': ['weak', BLOCK64, 't'],
  'blowfish-cbc': ['weak', BLOCK64, 't'],
  'cast128-cbc': ['weak', BLOCK64, 't'],
  arcfour: ['weak', RC4],
  arcfour128: ['weak', RC4],
  arcfour256: ['weak', RC4],
  'aes128-cbc': ['weak', CBC, 't'],
  'aes192-cbc': ['weak', CBC, 't'],
  'aes256-cbc': ['weak', CBC, 't'],
  'rijndael-cbc@lysator.liu.se': ['weak', `old name of aes256-cbc; ${CBC}`, 't'],
  'aes128-ctr': ['strong', CTR],
  'aes192-ctr': ['strong', CTR],
  'aes256-ctr': ['strong', CTR],
  'aes128-gcm@openssh.com': ['strong', GCM],
  'aes256-gcm@openssh.com': ['strong', GCM],
  'chacha20-poly1305@openssh.com': [
    'strong',
    'encrypts and authenticates in one step; open to Terrapin unless both ends know strict key exchange (9.6)',
    't',
  ],

  'hmac-sha1': ['weak', SHA1],
  'hmac-sha1-96': ['weak', `${SHA1}, and the tag is cut to 96 bits`],
  'hmac-sha2-256': ['acceptable', EAM],
  'hmac-sha2-512': ['acceptable', EAM],
  'hmac-md5': ['weak', OLD_MAC],
  'hmac-md5-96': ['weak', OLD_MAC],
  'hmac-ripemd160': ['weak', OLD_MAC],
  'hmac-ripemd160@openssh.com': ['weak', OLD_MAC],
  'umac-64@openssh.com': ['acceptable', 'its tag has only 64 bits, and it covers the text before encryption'],
  'umac-128@openssh.com': ['acceptable', EAM],
  'hmac-sha1-etm@openssh.com': ['weak', SHA1, 't'],
  'hmac-sha1-96-etm@openssh.com': ['weak', `${SHA1}, and the tag is cut to 96 bits`, 't'],
  'hmac-sha2-256-etm@openssh.com': ['strong', ETM, 't'],
  'hmac-sha2-512-etm@openssh.com': ['strong', ETM, 't'],
  'hmac-md5-etm@openssh.com': ['weak', OLD_MAC, 't'],
  'hmac-md5-96-etm@openssh.com': ['weak', OLD_MAC, 't'],
  'hmac-ripemd160-etm@openssh.com': ['weak', OLD_MAC, 't'],
  'umac-64-etm@openssh.com': ['acceptable', 'its tag has only 64 bits', 't'],
  'umac-128-etm@openssh.com': ['strong', ETM, 't'],

  'diffie-hellman-group1-sha1': ['weak', `1024-bit group within reach of large attackers (Logjam); ${SHA1}`],
  'diffie-hellman-group14-sha1': ['weak', SHA1],
  'diffie-hellman-group-exchange-sha1': ['weak', SHA1],
  'diffie-hellman-group-exchange-sha256': ['acceptable', `as good as the groups in the moduli file; ${NOT_PQ}`],
  'ecdh-sha2-nistp256': ['acceptable', `${NIST}; not safe from quantum computers`],
  'ecdh-sha2-nistp384': ['acceptable', `${NIST}; not safe from quantum computers`],
  'ecdh-sha2-nistp521': ['acceptable', `${NIST}; not safe from quantum computers`],
  'curve25519-sha256@libssh.org': ['acceptable', NOT_PQ],
  'diffie-hellman-group14-sha256': ['acceptable', `2048-bit group, the smallest still sound; ${NOT_PQ}`],
  'diffie-hellman-group16-sha512': ['acceptable', NOT_PQ],
  'diffie-hellman-group18-sha512': ['acceptable', `slow 8192-bit group; ${NOT_PQ}`],
  'curve25519-sha256': ['acceptable', NOT_PQ],
  'sntrup4591761x25519-sha512@tinyssh.org': [
    'acceptable',
    'experimental forerunner of sntrup761x25519-sha512, gone in 8.5',
    'q',
  ],
  'sntrup761x25519-sha512@openssh.com': ['strong', HYBRID, 'q'],
  'sntrup761x25519-sha512': ['strong', HYBRID, 'q'],
  'mlkem768x25519-sha256': ['strong', HYBRID, 'q'],
  'mlkem768nistp256-sha256': ['acceptable', `${HYBRID}; its classical half is a NIST curve`, 'q'],

  'ssh-ed25519': ['strong', 'short, fast, hard to misuse'],
  'ssh-ed25519-cert-v01@openssh.com': ['strong', 'certificate of an Ed25519 key'],
  'sk-ssh-ed25519@openssh.com': ['strong', `Ed25519; ${FIDO}`],
  'sk-ssh-ed25519-cert-v01@openssh.com': ['strong', `certificate of an Ed25519 key; ${FIDO}`],
  'ssh-rsa': [
    'weak',
    `signs with RSA and SHA-1: ${SHA1}; RSA keys themselves go on working with rsa-sha2-256 and rsa-sha2-512`,
  ],
  'rsa-sha2-256': ['strong', RSA2],
  'rsa-sha2-512': ['strong', RSA2],
  'ssh-dss': ['weak', DSA],
  'ecdsa-sha2-nistp256': ['acceptable', ECDSA],
  'ecdsa-sha2-nistp384': ['acceptable', ECDSA],
  'ecdsa-sha2-nistp521': ['acceptable', ECDSA],
  'sk-ecdsa-sha2-nistp256@openssh.com': ['acceptable', `NIST curve; ${FIDO}`],
  'ssh-rsa-cert-v01@openssh.com': ['weak', `certificate whose holder signs with SHA-1: ${SHA1}`],
  'rsa-sha2-256-cert-v01@openssh.com': ['strong', RSA2],
  'rsa-sha2-512-cert-v01@openssh.com': ['strong', RSA2],
  'ssh-dss-cert-v01@openssh.com': ['weak', DSA],
  'ecdsa-sha2-nistp256-cert-v01@openssh.com': ['acceptable', ECDSA],
  'ecdsa-sha2-nistp384-cert-v01@openssh.com': ['acceptable', ECDSA],
  'ecdsa-sha2-nistp521-cert-v01@openssh.com': ['acceptable', ECDSA],
  'sk-ecdsa-sha2-nistp256-cert-v01@openssh.com': ['acceptable', `NIST curve; ${FIDO}`],
  'webauthn-sk-ecdsa-sha2-nistp256@openssh.com': [
    'acceptable',
    `signature made through a web browser; NIST curve; ${FIDO}`,
  ],
  'webauthn-sk-ecdsa-sha2-nistp256-cert-v01@openssh.com': [
    'acceptable',
    `signature made through a web browser; NIST curve; ${FIDO}`,
  ],
  'ssh-mldsa44-ed25519@openssh.com': ['unknown', MLDSA, 'q'],
  'ssh-mldsa44-ed25519-cert-v01@openssh.com': ['unknown', MLDSA, 'q'],
  'ssh-mldsa44-ed25519': ['strong', MLDSA_HYBRID, 'q'],
  'ssh-mldsa44-ed25519-cert': ['strong', MLDSA_HYBRID, 'q'],
  'ssh-rsa-cert-v00@openssh.com': ['weak', `old certificate format, gone in 7.0; ${SHA1}`],
  'ssh-dss-cert-v00@openssh.com': ['weak', `old certificate format, gone in 7.0; ${DSA}`],

  'gss-gex-sha1-': ['weak', SHA1],
  'gss-group1-sha1-': ['weak', `1024-bit group within reach of large attackers (Logjam); ${SHA1}`],
  'gss-group14-sha1-': ['weak', SHA1],
  'gss-group14-sha256-': ['acceptable', NOT_PQ],
  'gss-group16-sha512-': ['acceptable', NOT_PQ],
  'gss-nistp256-sha256-': ['acceptable', `${NIST}; not safe from quantum computers`],
  'gss-curve25519-sha256-': ['acceptable', NOT_PQ],
};
