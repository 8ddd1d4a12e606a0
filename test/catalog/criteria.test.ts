// The criteria against the facts they were written from.
import { expect, test } from 'vitest';
import { CLIENT_CRITERIA, CRITERIA, criteriaAt, criterionNamed } from '../../server/src/catalog/criteria';
import { targetNamed } from '../../server/src/catalog/targets';
import facts from '../data/criteria.json' with { type: 'json' };

interface Fact {
  readonly name: string;
  readonly arg: string | null;
  readonly since: string;
  readonly case_sensitive?: boolean;
  readonly alone?: boolean;
  readonly active_in_first_pass?: boolean;
}

const kindOf = (argument: string | null) => {
  if (argument === null) return 'none';
  if (argument === 'one port') return 'port';
  return argument.startsWith('CIDR') ? 'addresses' : 'patterns';
};

const namesAt = (id: string) => {
  const target = targetNamed(id);
  return target === undefined ? [] : criteriaAt(target).map((criterion) => criterion.name);
};

test.each(facts.criteria as readonly Fact[])('$name', (fact) => {
  const criterion = criterionNamed(fact.name.toUpperCase());
  expect(criterion?.name).toBe(fact.name);
  expect(criterion?.since).toBe(fact.since.replace('<=', ''));
  expect(criterion?.argument).toBe(kindOf(fact.arg));
  expect(criterion?.alone ?? false).toBe(fact.alone ?? false);
  expect(criterion?.decidedAtStart ?? false).toBe(fact.active_in_first_pass ?? false);
  if (fact.case_sensitive !== undefined) expect(criterion?.caseSensitive).toBe(fact.case_sensitive);
  expect(criterion?.example.startsWith(fact.name)).toBe(true);
});

test('no criterion without a fact', () => {
  expect(CRITERIA.map((criterion) => criterion.name)).toEqual(facts.criteria.map((fact) => fact.name));
  expect(Object.keys(CLIENT_CRITERIA)).toEqual(facts.not_server);
});

test('criteria by release', () => {
  expect(namesAt('7.6')).not.toContain('RDomain');
  expect(namesAt('7.7')).toContain('RDomain');
  expect(namesAt('9.9p1')).toContain('Invalid-User');
  expect(namesAt('9.9p2')).not.toContain('Version');
  expect(namesAt('10.5')).toHaveLength(10);
  expect(criterionNamed('exec')).toBeUndefined();
});
