// Who ships an sshd of its own making.

/** Who adds keywords to OpenSSH's own, or ships it with other defaults. */
export type Vendor = 'debian' | 'ubuntu' | 'redhat' | 'freebsd' | 'macos' | 'windows' | 'hpn';

/** Their names for people. */
export const VENDOR_NAMES: Readonly<Record<Vendor, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  redhat: 'Red Hat',
  freebsd: 'FreeBSD',
  macos: 'macOS',
  windows: 'Windows',
  hpn: 'HPN-SSH',
};
