// A connection as `sshd -T -C` describes it. What is absent is not known, and fits no criterion that asks for it.

/** What is known of a connection. */
export interface ConnectionSpec {
  /** The name the client logs in as. */
  readonly user?: string;
  /** The names of the user's groups, primary and supplementary. */
  readonly groups?: readonly string[];
  /** The client's host name, or its address where names are not looked up. */
  readonly host?: string;
  readonly address?: string;
  readonly localAddress?: string;
  readonly localPort?: number;
  /** The name is no account of the system. */
  readonly invalidUser?: boolean;
  readonly rdomain?: string;
}
