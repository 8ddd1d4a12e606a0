// The sshd a file is judged for: an OpenSSH release as a vendor ships it.
import { ownValue } from '../base/own-value';
import type { Dialect } from '../syntax/tree';
import { VENDOR_NAMES, type Vendor } from './vendors';
import { NEWEST, RELEASES, type Release, releaseNamed, type Steps, shortName, valueAt } from './versions';

/** An OpenSSH release as somebody ships it. */
export interface Target {
  /** What settings and comments name: `10.5`, `9.9p1`, `debian-12`. */
  readonly id: string;
  readonly label: string;
  readonly release: Release;
  /** Absent: OpenSSH portable as released. */
  readonly vendor?: Vendor;
}

type Row = readonly [id: string, name: string, vendor: Vendor, release: Release];

// Releases as shipped with the system's first or most common point release.
const SYSTEMS: readonly Row[] = [
  ['debian-10', 'Debian 10', 'debian', '7.9p1'],
  ['debian-11', 'Debian 11', 'debian', '8.4p1'],
  ['debian-12', 'Debian 12', 'debian', '9.2p1'],
  ['debian-13', 'Debian 13', 'debian', '10.0p2'],
  ['ubuntu-18.04', 'Ubuntu 18.04', 'ubuntu', '7.6p1'],
  ['ubuntu-20.04', 'Ubuntu 20.04', 'ubuntu', '8.2p1'],
  ['ubuntu-22.04', 'Ubuntu 22.04', 'ubuntu', '8.9p1'],
  ['ubuntu-24.04', 'Ubuntu 24.04', 'ubuntu', '9.6p1'],
  ['ubuntu-26.04', 'Ubuntu 26.04', 'ubuntu', '10.2p1'],
  ['rhel-7', 'RHEL 7', 'redhat', '7.4p1'],
  ['rhel-8', 'RHEL 8', 'redhat', '8.0p1'],
  ['rhel-9', 'RHEL 9', 'redhat', '8.7p1'],
  ['rhel-10', 'RHEL 10', 'redhat', '9.9p1'],
  ['fedora-41', 'Fedora 41', 'redhat', '9.8p1'],
  ['fedora-42', 'Fedora 42', 'redhat', '9.9p1'],
  ['fedora-43', 'Fedora 43', 'redhat', '10.0p1'],
  ['freebsd-13', 'FreeBSD 13', 'freebsd', '9.6p1'],
  ['freebsd-14', 'FreeBSD 14', 'freebsd', '9.7p1'],
  ['freebsd-15', 'FreeBSD 15', 'freebsd', '10.0p2'],
  ['macos-13', 'macOS 13', 'macos', '9.0p1'],
  ['macos-14', 'macOS 14', 'macos', '9.4p1'],
  ['macos-15', 'macOS 15', 'macos', '9.8p1'],
  ['windows-7.7', 'Windows Server 2019', 'windows', '7.7p1'],
  ['windows-8.1', 'Windows Server 2022', 'windows', '8.1p1'],
  ['windows-9.5', 'Windows Server 2025', 'windows', '9.5p1'],
];

/** Systems first, then the releases, newest first. */
export const TARGETS: readonly Target[] = [
  ...SYSTEMS.map(([id, name, vendor, release]) => ({
    id,
    label: `${name} (OpenSSH ${shortName(release)})`,
    release,
    vendor,
  })),
  ...RELEASES.toReversed().map((release) => ({ id: idOf(release), label: `OpenSSH ${release}`, release })),
];

const BY_ID: ReadonlyMap<string, Target> = new Map(TARGETS.map((target) => [target.id, target]));

/** What a file is judged for when nothing names a target. */
export const NEWEST_TARGET: Target = BY_ID.get(shortName(NEWEST)) as Target;

// `10.5` stands for the last patch of 10.5; older patches keep their full name.
function idOf(release: Release): string {
  const short = shortName(release);
  return releaseNamed(short) === release ? short : release;
}

/** Who ships it, for people, of the name of a vendor or of a system's target. */
export function shipperName(name: string): string {
  return ownValue(VENDOR_NAMES, name) ?? SYSTEMS.find(([id]) => id === name)?.[1] ?? name;
}

/** The target a setting or comment names (`debian-12`, `10.5`, `9.9p1`, `OpenSSH 9.2`), or undefined. */
export function targetNamed(text: string): Target | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^openssh[_ -]?/, '');
  const release = releaseNamed(name);
  return BY_ID.get(name) ?? (release === undefined ? undefined : BY_ID.get(idOf(release)));
}

/** The target that fits an os-release(5) file, or undefined. */
export function targetOfOsRelease(text: string): Target | undefined {
  const field = (name: string) => new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(text)?.[1] ?? '';
  const version = field('VERSION_ID');
  const major = version.split('.')[0] ?? '';
  for (const id of [field('ID'), ...field('ID_LIKE').split(/\s+/)]) {
    const family = ownValue(FAMILIES, id) ?? id;
    const found = BY_ID.get(`${family}-${version}`) ?? BY_ID.get(`${family}-${major}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const FAMILIES: Readonly<Record<string, string>> = { rocky: 'rhel', almalinux: 'rhel', centos: 'rhel', ol: 'rhel' };

const DIALECT_SINCE: Steps<Dialect> = [
  ['7.5p1', 'strdelim'],
  ['8.7p1', 'argv-split'],
];

/** How the target's sshd splits lines into words. */
export function dialectOf(target: Target): Dialect {
  return valueAt(DIALECT_SINCE, target.release) ?? 'strdelim-untrimmed';
}
