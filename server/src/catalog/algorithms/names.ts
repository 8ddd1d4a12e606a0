// The algorithm names each release of sshd knows, in the order of `ssh -Q`. Data only; names that need a special build (XMSS) are left out.
import type { AlgorithmName } from './entry';

/** Names for `Ciphers`. */
export const CIPHERS: readonly AlgorithmName[] = [
  { name: '3des-cbc', since: '6.6p1' },
  { name: 'blowfish-cbc', since: '6.6p1', until: '7.5p1' },
  { name: 'cast128-cbc', since: '6.6p1', until: '7.5p1' },
  { name: 'arcfour', since: '6.6p1', until: '7.5p1' },
  { name: 'arcfour128', since: '6.6p1', until: '7.5p1' },
  { name: 'arcfour256', since: '6.6p1', until: '7.5p1' },
  { name: 'aes128-cbc', since: '6.6p1' },
  { name: 'aes192-cbc', since: '6.6p1' },
  { name: 'aes256-cbc', since: '6.6p1' },
  { name: 'rijndael-cbc@lysator.liu.se', since: '6.6p1', until: '8.4p1' },
  { name: 'aes128-ctr', since: '6.6p1' },
  { name: 'aes192-ctr', since: '6.6p1' },
  { name: 'aes256-ctr', since: '6.6p1' },
  { name: 'aes128-gcm@openssh.com', since: '6.6p1' },
  { name: 'aes256-gcm@openssh.com', since: '6.6p1' },
  { name: 'chacha20-poly1305@openssh.com', since: '6.6p1' },
];

/** Names for `MACs`. */
export const MACS: readonly AlgorithmName[] = [
  { name: 'hmac-sha1', since: '6.6p1' },
  { name: 'hmac-sha1-96', since: '6.6p1' },
  { name: 'hmac-sha2-256', since: '6.6p1' },
  { name: 'hmac-sha2-512', since: '6.6p1' },
  { name: 'hmac-md5', since: '6.6p1' },
  { name: 'hmac-md5-96', since: '6.6p1' },
  { name: 'hmac-ripemd160', since: '6.6p1', until: '7.5p1' },
  { name: 'hmac-ripemd160@openssh.com', since: '6.6p1', until: '7.5p1' },
  { name: 'umac-64@openssh.com', since: '6.6p1' },
  { name: 'umac-128@openssh.com', since: '6.6p1' },
  { name: 'hmac-sha1-etm@openssh.com', since: '6.6p1' },
  { name: 'hmac-sha1-96-etm@openssh.com', since: '6.6p1' },
  { name: 'hmac-sha2-256-etm@openssh.com', since: '6.6p1' },
  { name: 'hmac-sha2-512-etm@openssh.com', since: '6.6p1' },
  { name: 'hmac-md5-etm@openssh.com', since: '6.6p1' },
  { name: 'hmac-md5-96-etm@openssh.com', since: '6.6p1' },
  { name: 'hmac-ripemd160-etm@openssh.com', since: '6.6p1', until: '7.5p1' },
  { name: 'umac-64-etm@openssh.com', since: '6.6p1' },
  { name: 'umac-128-etm@openssh.com', since: '6.6p1' },
];

/** Names for `KexAlgorithms`. */
export const KEX: readonly AlgorithmName[] = [
  { name: 'diffie-hellman-group1-sha1', since: '6.6p1' },
  { name: 'diffie-hellman-group14-sha1', since: '6.6p1' },
  { name: 'diffie-hellman-group14-sha256', since: '7.3p1' },
  { name: 'diffie-hellman-group16-sha512', since: '7.3p1' },
  { name: 'diffie-hellman-group18-sha512', since: '7.3p1' },
  { name: 'diffie-hellman-group-exchange-sha1', since: '6.6p1' },
  { name: 'diffie-hellman-group-exchange-sha256', since: '6.6p1' },
  { name: 'ecdh-sha2-nistp256', since: '6.6p1' },
  { name: 'ecdh-sha2-nistp384', since: '6.6p1' },
  { name: 'ecdh-sha2-nistp521', since: '6.6p1' },
  { name: 'mlkem768nistp256-sha256', since: '10.5p1' },
  { name: 'curve25519-sha256', since: '7.4p1' },
  { name: 'curve25519-sha256@libssh.org', since: '6.6p1' },
  { name: 'sntrup4591761x25519-sha512@tinyssh.org', since: '8.0p1', until: '8.4p1' },
  { name: 'sntrup761x25519-sha512', since: '9.9p1', alsoIn: ['debian-12'] },
  { name: 'sntrup761x25519-sha512@openssh.com', since: '8.5p1' },
  { name: 'mlkem768x25519-sha256', since: '9.9p1' },
];

/** Key types and signature algorithms: `HostKeyAlgorithms`, `PubkeyAccepted*`, `HostbasedAccepted*`; without the certificates also `CASignatureAlgorithms`. */
export const KEY_TYPES: readonly AlgorithmName[] = [
  { name: 'ssh-ed25519', since: '6.6p1' },
  { name: 'ssh-ed25519-cert-v01@openssh.com', since: '6.6p1' },
  { name: 'sk-ssh-ed25519@openssh.com', since: '8.2p1' },
  { name: 'sk-ssh-ed25519-cert-v01@openssh.com', since: '8.2p1' },
  { name: 'ssh-rsa', since: '6.6p1' },
  { name: 'rsa-sha2-256', since: '7.2p1' },
  { name: 'rsa-sha2-512', since: '7.2p1' },
  { name: 'ssh-dss', since: '6.6p1', until: '9.7p1' },
  { name: 'ecdsa-sha2-nistp256', since: '6.6p1' },
  { name: 'ecdsa-sha2-nistp384', since: '6.6p1' },
  { name: 'ecdsa-sha2-nistp521', since: '6.6p1' },
  { name: 'sk-ecdsa-sha2-nistp256@openssh.com', since: '8.2p1' },
  { name: 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com', since: '8.4p1' },
  { name: 'ssh-rsa-cert-v01@openssh.com', since: '6.6p1' },
  { name: 'rsa-sha2-256-cert-v01@openssh.com', since: '7.8p1' },
  { name: 'rsa-sha2-512-cert-v01@openssh.com', since: '7.8p1' },
  { name: 'ssh-dss-cert-v01@openssh.com', since: '6.6p1', until: '9.7p1' },
  { name: 'ecdsa-sha2-nistp256-cert-v01@openssh.com', since: '6.6p1' },
  { name: 'ecdsa-sha2-nistp384-cert-v01@openssh.com', since: '6.6p1' },
  { name: 'ecdsa-sha2-nistp521-cert-v01@openssh.com', since: '6.6p1' },
  { name: 'sk-ecdsa-sha2-nistp256-cert-v01@openssh.com', since: '8.2p1' },
  { name: 'webauthn-sk-ecdsa-sha2-nistp256-cert-v01@openssh.com', since: '10.3p1' },
  { name: 'ssh-mldsa44-ed25519@openssh.com', since: '10.4p1', until: '10.5p1' },
  { name: 'ssh-mldsa44-ed25519-cert-v01@openssh.com', since: '10.4p1', until: '10.5p1' },
  { name: 'ssh-mldsa44-ed25519', since: '10.6p1' },
  { name: 'ssh-mldsa44-ed25519-cert', since: '10.6p1' },
  { name: 'ssh-rsa-cert-v00@openssh.com', since: '6.6p1', until: '6.9p1' },
  { name: 'ssh-dss-cert-v00@openssh.com', since: '6.6p1', until: '6.9p1' },
];

/** GSSAPI key exchanges of the systems that add them; sshd completes a name with the mechanism behind the dash. */
export const GSS_KEX: readonly AlgorithmName[] = [
  { name: 'gss-gex-sha1-', since: '6.6p1' },
  { name: 'gss-group1-sha1-', since: '6.6p1' },
  { name: 'gss-group14-sha1-', since: '6.6p1' },
  { name: 'gss-group14-sha256-', since: '6.6p1' },
  { name: 'gss-group16-sha512-', since: '6.6p1' },
  { name: 'gss-nistp256-sha256-', since: '6.6p1' },
  { name: 'gss-curve25519-sha256-', since: '6.6p1' },
];

/** The order of the key types since 9.2, where keys took the place of one table (sshkey.c); patterns find the names in it. */
export const KEY_TYPES_IN_ORDER: readonly string[] = [
  'ssh-ed25519',
  'ssh-ed25519-cert-v01@openssh.com',
  'sk-ssh-ed25519@openssh.com',
  'sk-ssh-ed25519-cert-v01@openssh.com',
  'ssh-mldsa44-ed25519@openssh.com',
  'ssh-mldsa44-ed25519-cert-v01@openssh.com',
  'ssh-mldsa44-ed25519',
  'ssh-mldsa44-ed25519-cert',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp256-cert-v01@openssh.com',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp384-cert-v01@openssh.com',
  'ecdsa-sha2-nistp521',
  'ecdsa-sha2-nistp521-cert-v01@openssh.com',
  'sk-ecdsa-sha2-nistp256@openssh.com',
  'sk-ecdsa-sha2-nistp256-cert-v01@openssh.com',
  'webauthn-sk-ecdsa-sha2-nistp256@openssh.com',
  'webauthn-sk-ecdsa-sha2-nistp256-cert-v01@openssh.com',
  'ssh-dss',
  'ssh-dss-cert-v01@openssh.com',
  'ssh-rsa',
  'ssh-rsa-cert-v01@openssh.com',
  'rsa-sha2-256',
  'rsa-sha2-256-cert-v01@openssh.com',
  'rsa-sha2-512',
  'rsa-sha2-512-cert-v01@openssh.com',
];

/** Short names of key types that sshkey_type_from_name() took in any case. */
export const SHORT_KEY_TYPES: readonly AlgorithmName[] = [
  { name: 'rsa', since: '6.6p1', until: '9.8p1' },
  { name: 'dsa', since: '6.6p1', until: '9.7p1' },
  { name: 'ecdsa', since: '6.6p1', until: '9.8p1' },
  { name: 'ed25519', since: '6.6p1', until: '9.8p1' },
  { name: 'ecdsa-sk', since: '8.2p1', until: '9.8p1' },
  { name: 'ed25519-sk', since: '8.2p1', until: '9.8p1' },
];
