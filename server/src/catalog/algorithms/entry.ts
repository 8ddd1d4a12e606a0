// What one line of the algorithm tables says. Types only.
import type { Release } from '../versions';

/** The lists sshd chooses algorithm names from. Several directives may share one. */
export type AlgorithmFamily =
  | 'Ciphers'
  | 'MACs'
  | 'KexAlgorithms'
  | 'KeyTypes'
  | 'CASignatureAlgorithms'
  | 'GSSAPIKexAlgorithms';

/**
 * A name and the releases whose sshd knows it, both ends included; without `until` the newest still does.
 * No name was ever dropped and taken up again, so one span is enough.
 */
export interface AlgorithmName {
  readonly name: string;
  readonly since: Release;
  readonly until?: Release;
  /** A system that took the name up before OpenSSH did, by target id. */
  readonly alsoIn?: readonly string[];
}
