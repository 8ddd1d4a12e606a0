// Where the manual of the target's sshd can be read: its vendor's, where one is on the web, else the one of OpenSSH. Data and look-ups.
import { ownValue } from '../base/own-value';
import type { Target } from './targets';

/** A page and what the link says. */
export interface ManualPage {
  readonly title: string;
  readonly url: string;
}

// What their addresses call the releases.
const DEBIAN: Readonly<Record<string, string>> = {
  'debian-10': 'buster',
  'debian-11': 'bullseye',
  'debian-12': 'bookworm',
  'debian-13': 'trixie',
};
const UBUNTU: Readonly<Record<string, string>> = {
  'ubuntu-18.04': 'bionic',
  'ubuntu-20.04': 'focal',
  'ubuntu-22.04': 'jammy',
  'ubuntu-24.04': 'noble',
  'ubuntu-26.04': 'resolute',
};

/** The page of sshd_config at the place of a keyword, as far as the page has places. */
export function manualPage({ id, vendor, label }: Target, keyword: string): ManualPage {
  const [system = ''] = label.split(' (');
  const title = `sshd_config(5) of ${system}`;
  const debian = ownValue(DEBIAN, id);
  if (debian !== undefined)
    return { title, url: `https://manpages.debian.org/${debian}/openssh-server/sshd_config.5.en.html#${keyword}` };
  const ubuntu = ownValue(UBUNTU, id);
  if (ubuntu !== undefined)
    return { title, url: `https://manpages.ubuntu.com/manpages/${ubuntu}/man5/sshd_config.5.html` };
  if (vendor === 'freebsd')
    return {
      title: 'sshd_config(5) of FreeBSD',
      url: 'https://man.freebsd.org/cgi/man.cgi?query=sshd_config&sektion=5',
    };
  if (vendor === 'windows')
    return {
      title: 'OpenSSH Server configuration for Windows',
      url: 'https://learn.microsoft.com/windows-server/administration/openssh/openssh-server-configuration',
    };
  return { title: 'sshd_config(5)', url: `https://man.openbsd.org/sshd_config#${keyword}` };
}
