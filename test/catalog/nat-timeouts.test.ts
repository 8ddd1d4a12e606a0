// The idle timeouts and profiles against the facts they were written from.
import { expect, test } from 'vitest';
import { NAT_PROFILES, NAT_TIMEOUTS, natProfile } from '../../server/src/catalog/nat-timeouts';
import facts from '../data/nat-timeouts.json' with { type: 'json' };

// The facts call it by what it is, the setting by who does it.
const NAMES: Readonly<Record<string, string>> = { extreme: 'cgn' };

test('every established figure and no hearsay', () => {
  const established = facts.entries.filter(([, , , status]) => status !== 'unverified');
  expect(NAT_TIMEOUTS.map(({ id, kind, seconds, status }) => [id, kind, seconds, status])).toEqual(established);
});

test.each(Object.entries(facts.profiles))('profile %s', (name, fact) => {
  const profile = natProfile(NAMES[name] ?? name);
  expect(profile).toMatchObject({ seconds: fact.timeout, interval: fact.interval, countMax: fact.countmax });
});

test.each(NAT_PROFILES)('$name survives one lost probe', ({ seconds, interval }) => {
  expect(interval).toBeLessThanOrEqual(seconds / 2);
});

test.each(NAT_PROFILES)('$name has the shortest timeout of its devices, one of them well established', (profile) => {
  const devices = NAT_TIMEOUTS.filter(({ id }) => profile.devices.includes(id));
  expect(devices).toHaveLength(profile.devices.length);
  expect(Math.min(...devices.map(({ seconds }) => seconds))).toBe(profile.seconds);
  expect(devices.some(({ seconds, status }) => seconds === profile.seconds && status === 'verified')).toBe(true);
});

test('profiles by name', () => {
  expect(natProfile(' AWS ')?.seconds).toBe(350);
  expect(natProfile('')).toBeUndefined();
  expect(natProfile('toString')).toBeUndefined();
  expect(NAT_PROFILES).toHaveLength(Object.keys(facts.profiles).length);
});
