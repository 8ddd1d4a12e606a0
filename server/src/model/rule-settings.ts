// What a user wants of the rules. Which rules there are, and what a policy wants of them, the rules know.
import type { Policy } from '../catalog/policies';
import type { Target } from '../catalog/targets';

/** `error`: the target's sshd refuses to start on this file. Nothing else is an error unless the user says so, and every refusal is one. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface RuleSettings {
  readonly policy: Policy;
  /** By rule: another severity than the policy's, or none at all. What sshd refuses stays an error whatever is said here. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Keywords that the target's sshd knows although the catalogue does not, in lower case. */
  readonly keywords: readonly string[];
  /** What the user is about to move to. */
  readonly upgradeTo?: Target;
}

/** What a user has who has set nothing. */
export const DEFAULT_RULE_SETTINGS: RuleSettings = { policy: 'recommended', severities: {}, keywords: [] };

/** The severity or `off` that a text names. */
export function severityNamed(text: string): Severity | 'off' | undefined {
  return SEVERITIES.find((one) => one === text);
}

/** Everything that a rule may be set to. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;
