// The rules of this folder: what makes a server hard to run. A new rule is one line here.
export { addressMayBeLate } from './address-may-be-late';
export { administratorsHaveOwnKeys } from './administrators-have-own-keys';
export { chrootInHome } from './chroot-in-home';
export { chrootWithoutInternalSftp } from './chroot-without-internal-sftp';
export { cloudInitWritesThis } from './cloud-init-writes-this';
export { cryptoPolicyDecides } from './crypto-policy-decides';
export { fewAuthTries } from './few-auth-tries';
export { motdTwice } from './motd-twice';
export { namesLookedUp } from './names-looked-up';
export { noWayIn } from './no-way-in';
export { onlyIpv4 } from './only-ipv4';
export { portNeedsSelinux } from './port-needs-selinux';
export { remoteEditorsShutOut } from './remote-editors-shut-out';
export { revokedKeysMustExist } from './revoked-keys-must-exist';
export { socketUnitListens } from './socket-unit-listens';
