// A Match block in words: whom it applies to. Says nothing where the line says it itself.
import type { MatchBlock } from '../model/file-model';
import { type MatchList, matchList } from '../model/match-lists';

const SUBJECTS: Readonly<Record<string, string>> = {
  User: 'user',
  Group: 'members of',
  Host: 'clients named',
  Address: 'clients from',
  LocalAddress: 'connections to',
  LocalPort: 'port',
  RDomain: 'routing domain',
  Version: 'sshd versions',
};

const LONGEST = 90;

/** `applies to members of staff, not root, and clients from 10.0.0.0/8`; undefined where the Match line is as plain. */
export function appliesTo(block: MatchBlock): string | undefined {
  const chain = [...block.header.conditions, block];
  if (chain.some(({ criteria }) => criteria.problems.length > 0)) return undefined;
  const lists = chain.flatMap((one) => one.criteria.criteria.map((written) => matchList(one, written)));
  const asking = lists.filter(({ name }) => name !== 'All');
  const plain = block.header.conditions.length === 0 && !asking.some(hasNegation);
  if (asking.length === 0 || (plain && asking.length < 2)) return undefined;
  const text = `applies to ${asking.map(inWords).join(' and ')}`;
  return text.length > LONGEST ? undefined : text;
}

function hasNegation({ elements }: MatchList): boolean {
  return elements.some(({ negated }) => negated);
}

function inWords({ name, elements }: MatchList): string {
  if (name === 'Invalid-User') return 'names without an account';
  const fit = elements.filter(({ negated }) => !negated).map(({ pattern }) => pattern);
  const not = elements.filter(({ negated }) => negated).map(({ pattern }) => pattern);
  const subject = SUBJECTS[name] ?? name;
  const all = fit.length === 1 && fit[0] === '*';
  const who = fit.length === 0 ? `no ${subject}` : all ? `any ${subject}` : `${subject} ${fit.join(' or ')}`;
  return `${who}${not.length === 0 || fit.length === 0 ? '' : `, not ${not.join(' nor ')},`}`;
}
