// Words of ssh_config that people write into sshd_config, and what serves them there.

/** What to say of a client's word. */
export interface ClientKeyword {
  /** The server's directive that does the like. */
  readonly use?: string;
  readonly why: string;
}

const clientOnly = (why: string): ClientKeyword => ({ why });

/** By keyword in lower case. */
export const CLIENT_KEYWORDS: Readonly<Record<string, ClientKeyword>> = {
  serveraliveinterval: { use: 'ClientAliveInterval', why: 'The server asks its clients with `ClientAliveInterval`.' },
  serveralivecountmax: {
    use: 'ClientAliveCountMax',
    why: 'The server counts unanswered probes with `ClientAliveCountMax`.',
  },
  host: { use: 'Match', why: 'Blocks for some connections are begun by `Match`.' },
  hostname: clientOnly('A server has no host to connect to; the address it listens on is `ListenAddress`.'),
  user: clientOnly('Who may log in is said by `AllowUsers` and `Match User`.'),
  identityfile: clientOnly("The server's own keys are named by `HostKey`, those of its users by `AuthorizedKeysFile`."),
  identitiesonly: clientOnly('It chooses among the keys of a client; a server has no use for it.'),
  proxyjump: clientOnly('The way to a server is chosen by the client.'),
  proxycommand: clientOnly('The way to a server is chosen by the client.'),
  forwardagent: { use: 'AllowAgentForwarding', why: 'The server permits it with `AllowAgentForwarding`.' },
  forwardx11: { use: 'X11Forwarding', why: 'The server permits it with `X11Forwarding`.' },
  localforward: clientOnly('The server permits forwardings with `AllowTcpForwarding` and `PermitOpen`.'),
  remoteforward: clientOnly('The server permits forwardings with `AllowTcpForwarding` and `PermitListen`.'),
  dynamicforward: clientOnly('The server permits forwardings with `AllowTcpForwarding` and `PermitOpen`.'),
  sendenv: { use: 'AcceptEnv', why: 'The server takes variables from clients with `AcceptEnv`.' },
  stricthostkeychecking: clientOnly('Host keys are checked by the client.'),
  userknownhostsfile: clientOnly('Host keys are checked by the client.'),
  globalknownhostsfile: clientOnly('Host keys are checked by the client.'),
  controlmaster: clientOnly('Connections are shared by the client.'),
  controlpath: clientOnly('Connections are shared by the client.'),
  controlpersist: clientOnly('Connections are shared by the client.'),
  connecttimeout: { use: 'LoginGraceTime', why: 'The server limits the time for logging in with `LoginGraceTime`.' },
  preferredauthentications: {
    use: 'AuthenticationMethods',
    why: 'The server demands methods with `AuthenticationMethods`.',
  },
  numberofpasswordprompts: { use: 'MaxAuthTries', why: 'The server limits attempts with `MaxAuthTries`.' },
  hashknownhosts: clientOnly('Known hosts are kept by the client.'),
  visualhostkey: clientOnly('Host keys are shown by the client.'),
  addkeystoagent: clientOnly('Keys are kept by the client.'),
  batchmode: clientOnly('It concerns what a client asks its user.'),
  requesttty: { use: 'PermitTTY', why: 'The server permits terminals with `PermitTTY`.' },
  localcommand: clientOnly('It runs on the client.'),
  remotecommand: { use: 'ForceCommand', why: 'The server fixes the command with `ForceCommand`.' },
  exitonforwardfailure: clientOnly('It tells a client when to give up.'),
  tunnel: { use: 'PermitTunnel', why: 'The server permits tunnels with `PermitTunnel`.' },
  escapechar: clientOnly('It concerns what a client reads from its keyboard.'),
  hostkeyalias: clientOnly('Host keys are looked up by the client.'),
  usekeychain: clientOnly('Keys are kept by the client.'),
  canonicalizehostname: clientOnly('Host names are completed by the client.'),
  updatehostkeys: clientOnly('Host keys are kept by the client.'),
  verifyhostkeydns: clientOnly('Host keys are checked by the client.'),
  permitlocalcommand: clientOnly('It concerns commands on the client.'),
};
