// The percent tokens (`%u`, `%h`, ...) sshd replaces in some arguments. Data and look-ups; sshd -t does not check them.
import type { Target } from './targets';
import { isSince, type Release } from './versions';

const IDENTITY = '%hUu';

// Letters without their percent sign. Order: the percent sign itself, then as the manual lists them.
const TOKENS: Readonly<Record<string, string>> = {
  agentsocketpath: IDENTITY,
  authorizedkeyscommand: '%CDfhktUu',
  authorizedkeyscommanduser: '%u',
  authorizedkeysfile: IDENTITY,
  authorizedprincipalscommand: '%CDFfhiKksTtUu',
  authorizedprincipalscommanduser: '%u',
  authorizedprincipalsfile: IDENTITY,
  chrootdirectory: IDENTITY,
  rdomain: 'D',
};

// RDomain came with its token in 7.7; there %D is as old as the directive.
const SINCE: Readonly<Record<string, Release>> = { C: '9.4p1', D: '9.4p1', U: '7.8p1' };

const TEXTS: Readonly<Record<string, string>> = {
  '%': 'a percent sign',
  C: 'the two ends of the connection: client address, client port, server address, server port',
  D: 'the routing domain the connection came in on',
  F: "the fingerprint of the CA's key",
  f: 'the fingerprint of the key or certificate the client offers',
  h: "the user's home directory",
  i: 'the key ID written in the certificate',
  K: "the CA's key, base64",
  k: 'the key or certificate the client offers, base64',
  s: 'the serial number of the certificate',
  T: "the type of the CA's key, e.g. `ssh-ed25519`",
  t: 'the type of the key or certificate the client offers, e.g. `ssh-ed25519`',
  U: "the user's numeric ID",
  u: 'the name of the user who logs in',
};

const OF_CERTIFICATE: Readonly<Record<string, string>> = {
  f: 'the fingerprint of the certificate the client offers',
  k: 'the certificate the client offers, base64',
  t: 'the type of the certificate the client offers, e.g. `ssh-ed25519-cert-v01@openssh.com`',
};

/** The tokens the target's sshd replaces in the directive's argument, without their percent sign: `['%', 'h', 'u']`. Empty: none. */
export function tokensOf(keyword: string, target: Target): readonly string[] {
  const key = keyword.toLowerCase();
  return [...(TOKENS[key] ?? '')].filter((token) => isSince(target.release, tokenSince(token, key)));
}

/** The first release that replaces the token in the directive, with or without its percent sign; undefined: no release does. */
export function tokenIntroduced(token: string, keyword: string): Release | undefined {
  const key = keyword.toLowerCase();
  const letter = letterOf(token);
  return TOKENS[key]?.includes(letter) === true ? tokenSince(letter, key) : undefined;
}

/** What a token (`%u` or `u`) stands for, a phrase without a full stop; undefined: no directive of sshd_config has it. */
export function tokenText(token: string, keyword?: string): string | undefined {
  const letter = letterOf(token);
  const special = keyword?.toLowerCase() === 'authorizedprincipalscommand' ? OF_CERTIFICATE[letter] : undefined;
  return special ?? TEXTS[letter];
}

function letterOf(token: string): string {
  return token.length > 1 && token.startsWith('%') ? token.slice(1) : token;
}

function tokenSince(letter: string, key: string): Release {
  return key === 'rdomain' ? '7.7p1' : (SINCE[letter] ?? '6.6p1');
}
