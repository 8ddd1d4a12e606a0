// The sftp server: where its program lies, and what it takes behind its name on a Subsystem or ForceCommand line. sshd -t checks none of it.

/** An option of `internal-sftp` and of the sftp-server program. */
export interface SftpOption {
  readonly flag: string;
  /** The value behind it; absent: it takes none. */
  readonly value?: string;
  /** A phrase. */
  readonly text: string;
}

export const SFTP_OPTIONS: readonly SftpOption[] = [
  { flag: '-d', value: 'DIRECTORY', text: 'the folder sessions start in, `%u` stands for the user, `%d` for the home' },
  { flag: '-u', value: 'UMASK', text: 'the umask for new files, instead of the one of the user, e.g. `0027`' },
  { flag: '-R', text: 'read only: nothing can be written, removed or renamed' },
  {
    flag: '-l',
    value: 'LEVEL',
    text: 'how much is logged of what is done; `INFO` names the files, the default logs errors',
  },
  { flag: '-f', value: 'FACILITY', text: 'the syslog facility of those messages; the default is AUTH' },
  { flag: '-m', value: 'MODE', text: 'the mode new files get in spite of the umask, octal' },
  { flag: '-p', value: 'REQUESTS', text: 'the only requests that are served, joined by commas' },
  { flag: '-P', value: 'REQUESTS', text: 'requests that are refused, joined by commas' },
];

/** Where each vendor's package puts the program, the usual place first. */
export const SFTP_SERVERS: Readonly<Record<string, readonly string[]>> = {
  debian: ['/usr/lib/openssh/sftp-server', '/usr/lib/sftp-server'],
  ubuntu: ['/usr/lib/openssh/sftp-server', '/usr/lib/sftp-server'],
  redhat: ['/usr/libexec/openssh/sftp-server'],
  freebsd: ['/usr/libexec/sftp-server'],
  macos: ['/usr/libexec/sftp-server'],
  windows: ['sftp-server.exe'],
  arch: ['/usr/lib/ssh/sftp-server'],
};

/** Whether the command is the sftp server, by what it is called. */
export function isSftpServer(command: string): boolean {
  return command === 'internal-sftp' || /(^|[\\/])sftp-server(\.exe)?$/.test(command);
}

export function sftpOption(flag: string): SftpOption | undefined {
  return SFTP_OPTIONS.find((one) => one.flag === flag);
}
