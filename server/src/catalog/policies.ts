// The policies a user may choose from. What each wants of a rule, the rule says itself (`demands`); the table of both is generated.

/** A hardening guide, as we carry it. */
export type Guide = 'cis' | 'stig' | 'mozilla' | 'bsi' | 'ssh-audit' | 'dev-sec' | 'lynis';

/** What a policy is called in settings. */
export type Policy = 'recommended' | Guide | 'none' | 'all';

/** What people read of a policy. */
export interface PolicyText {
  readonly title: string;
  /** One sentence, in Markdown. */
  readonly text: string;
}

/** Every policy, in the order it is offered. */
export const POLICIES: Readonly<Record<Policy, PolicyText>> = {
  recommended: {
    title: 'Recommended',
    text: 'What we hold to be right for a server on the internet, without asking for what breaks daily work.',
  },
  cis: {
    title: 'CIS',
    text: 'The sshd sections of the CIS benchmarks for Red Hat, Debian and Ubuntu, as ComplianceAsCode has them.',
  },
  stig: { title: 'DISA STIG', text: 'The sshd rules of the RHEL 9 STIG, as ComplianceAsCode has them.' },
  mozilla: {
    title: 'Mozilla',
    text: "Mozilla's OpenSSH guideline, level Modern. It is older than post-quantum key exchange.",
  },
  bsi: {
    title: 'BSI TR-02102-4',
    text: 'The algorithm lists of the German Federal Office for Information Security, 2023; second-hand, from a scanner that carries them.',
  },
  'ssh-audit': { title: 'ssh-audit', text: 'What the scanner ssh-audit marks as a failure or a warning.' },
  'dev-sec': { title: 'dev-sec', text: 'The dev-sec ssh-baseline and the values its hardening role writes.' },
  lynis: { title: 'Lynis', text: 'The checks SSH-7408 and SSH-7440 of Lynis.' },
  none: { title: 'None', text: "Only what the target's sshd refuses, and the rules you switch on one by one." },
  all: { title: 'All', text: 'Every rule there is; where guides differ, the strictest value.' },
};

/** The guides among the policies. */
export const GUIDES: readonly Guide[] = ['cis', 'stig', 'mozilla', 'bsi', 'ssh-audit', 'dev-sec', 'lynis'];

/** The policy of a name. */
export function policyNamed(name: string): Policy | undefined {
  return Object.hasOwn(POLICIES, name) ? (name as Policy) : undefined;
}
