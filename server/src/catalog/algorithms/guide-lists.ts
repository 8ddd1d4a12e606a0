// The lists of guides that name what may be used. Data only. `curve25519-sha256` is the same as the name with @libssh.org, which the guides have.

const NIST = ['ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp521'];
const CTR = ['aes128-ctr', 'aes192-ctr', 'aes256-ctr'];
const SHA2 = ['hmac-sha2-256', 'hmac-sha2-512'];
const GEX = 'diffie-hellman-group-exchange-sha256';

/** What a guide lists, by guide and directive. */
export const GUIDE_LISTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  mozilla: {
    Ciphers: [...CTR, 'aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'chacha20-poly1305@openssh.com'],
    MACs: [
      ...SHA2,
      ...SHA2.map((name) => `${name}-etm@openssh.com`),
      'umac-128@openssh.com',
      'umac-128-etm@openssh.com',
    ],
    KexAlgorithms: [...NIST, GEX, 'curve25519-sha256', 'curve25519-sha256@libssh.org'],
  },
  bsi: {
    Ciphers: CTR,
    MACs: SHA2,
    KexAlgorithms: [...NIST, GEX, 'diffie-hellman-group16-sha512'],
  },
};
