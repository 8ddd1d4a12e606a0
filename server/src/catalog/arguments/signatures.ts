// The parts of structured arguments, for people who are writing one. What sshd takes there, the argument kinds check.

/** A part and what it is for. */
export interface ArgumentPart {
  readonly label: string;
  /** A sentence. */
  readonly text: string;
}

/** How an argument is put together. */
export interface ArgumentSignature {
  readonly parts: readonly ArgumentPart[];
  /** What stands between the parts: a sign inside one word, or a blank between words. */
  readonly between: ':' | '=' | '@' | '/' | ',' | ' ';
  /** The whole may be repeated, word by word. */
  readonly repeats?: true;
  /** What may be left out: the parts from this index on, or all in front of the last. */
  readonly optional?: number | 'front';
}

const method: ArgumentPart = {
  label: 'METHOD',
  text: 'A method that must succeed. Every method of a list must, in this order; of several lists one is enough.',
};

const command: ArgumentSignature = {
  parts: [
    { label: '/PROGRAM', text: 'The absolute path of a program that root owns and nobody else can change.' },
    {
      label: 'ARGUMENT',
      text: "What it is given. Percent tokens are replaced: `%u` is the user, `%f` the key's fingerprint.",
    },
  ],
  between: ' ',
  repeats: true,
  optional: 1,
};

/** By the name of the argument kind, or the keyword where a kind serves several shapes. */
export const SIGNATURES: Readonly<Record<string, ArgumentSignature>> = {
  'address-list': {
    parts: [
      { label: 'ADDRESS', text: 'An address, or a network whose host bits are zero.' },
      { label: 'BITS', text: 'The length of the network prefix.' },
    ],
    between: '/',
    optional: 1,
  },
  AuthorizedKeysCommand: command,
  AuthorizedPrincipalsCommand: command,
  'algorithm-list': {
    parts: [
      {
        label: '[+|-|^]NAME',
        text: 'The most preferred algorithm. A sign in front of it is about the whole list: `+` adds to the default list, `-` takes from it, `^` puts in front of it.',
      },
      { label: 'NAME', text: 'The next algorithm, less preferred. No blanks around the comma.' },
    ],
    between: ',',
    optional: 1,
  },
  'agent-socket-path': {
    parts: [
      { label: 'user|shared', text: 'Whether each user has a folder of their own, or all share one.' },
      {
        label: 'PATH',
        text: "The folder. Behind `user:` it counts from the user's home, behind `shared:` it is absolute.",
      },
    ],
    between: ':',
  },
  'authentication-methods': { parts: [method, method], between: ',', repeats: true, optional: 1 },
  'channel-timeouts': {
    parts: [
      { label: 'TYPE', text: 'A kind of channel, with wildcards: `session:*`, `agent-connection`, `direct-tcpip`.' },
      { label: 'TIME', text: 'Idle for so long, a channel of this kind is closed. `0` never closes it.' },
    ],
    between: '=',
    repeats: true,
  },
  'environment-assignments': {
    parts: [
      { label: 'NAME', text: 'The variable that sessions get.' },
      { label: 'VALUE', text: 'Its value. With blanks in it, the whole word stands in quotes.' },
    ],
    between: '=',
    repeats: true,
  },
  'host-ports': {
    parts: [
      { label: 'HOST', text: 'A host name or address, or `*`. An IPv6 address stands in brackets.' },
      { label: 'PORT', text: 'A port, or `*` for every port.' },
    ],
    between: ':',
    repeats: true,
  },
  PermitListen: {
    parts: [
      { label: 'HOST', text: 'The address clients may listen on, or `*`. Left out: any.' },
      { label: 'PORT', text: 'The port, or `*` for every port.' },
    ],
    between: ':',
    repeats: true,
    optional: 'front',
  },
  'ip-qos': {
    parts: [
      { label: 'INTERACTIVE', text: 'The class of packets of sessions with a terminal.' },
      { label: 'BULK', text: 'The class of all other packets. Left out, the first holds for them too.' },
    ],
    between: ' ',
    optional: 1,
  },
  'listen-address': {
    parts: [
      { label: 'ADDRESS', text: 'The local address to listen on. An IPv6 address with a port stands in brackets.' },
      { label: 'PORT', text: 'The port. Left out, those of the Port lines hold.' },
    ],
    between: ':',
    optional: 1,
  },
  'log-verbose': {
    parts: [
      { label: 'FILE', text: 'A pattern for the source file, such as `kex.c`.' },
      { label: 'FUNCTION', text: 'A pattern for the function.' },
      { label: 'LINE', text: 'A line number, or `*`.' },
    ],
    between: ':',
    repeats: true,
  },
  match: {
    parts: [
      { label: 'CRITERION', text: 'What is looked at: User, Group, Host, Address ... Several must all fit.' },
      {
        label: 'VALUE',
        text: 'Patterns joined by commas without blanks; one that fits is enough. `!` in front of one leaves it out.',
      },
    ],
    between: ' ',
    repeats: true,
  },
  'max-startups': {
    parts: [
      {
        label: 'START',
        text: 'So many connections that have not logged in yet are always let in. Alone it is the limit: every further one is refused.',
      },
      { label: 'RATE', text: 'The percentage of new connections that is refused from there on; it rises up to FULL.' },
      { label: 'FULL', text: 'With so many connections waiting, every new one is refused.' },
    ],
    between: ':',
    optional: 1,
  },
  'net-block-size': {
    parts: [
      { label: 'BITS4', text: 'IPv4 addresses that share so many first bits count as one source.' },
      { label: 'BITS6', text: 'The same for IPv6 addresses.' },
    ],
    between: ':',
  },
  penalties: {
    parts: [
      { label: 'NAME', text: 'What is penalised, or a limit: `authfail`, `noauth`, `crash`, `max`, `min` ...' },
      { label: 'VALUE', text: 'A time; for `max-sources4` and `max-sources6` a number, for `overflow` a word.' },
    ],
    between: ':',
    repeats: true,
  },
  'rekey-limit': {
    parts: [
      { label: 'SIZE', text: 'After so much data new keys are agreed on: `1G`, or `default`.' },
      { label: 'TIME', text: 'After so long new keys are agreed on: `1h`, or `none`.' },
    ],
    between: ' ',
    optional: 1,
  },
  subsystem: {
    parts: [
      { label: 'NAME', text: 'The name clients ask for, usually `sftp`.' },
      { label: 'COMMAND', text: 'The program that serves it, or `internal-sftp`.' },
      { label: 'ARGUMENT', text: 'What the program is given.' },
    ],
    between: ' ',
    repeats: true,
    optional: 2,
  },
  'user-patterns': {
    parts: [
      { label: 'USER', text: 'A name or pattern. `!` in front leaves out whom it fits.' },
      {
        label: 'HOST',
        text: 'Where the user comes from: addresses, networks or host patterns. Left out: from anywhere.',
      },
    ],
    between: '@',
    repeats: true,
    optional: 1,
  },
};
