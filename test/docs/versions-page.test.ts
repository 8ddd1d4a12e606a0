// The table of what differs between releases: it says what the catalogue says, and nothing when nothing differs.
import { describe, expect, it } from 'vitest';
import { ASPECTS, neighbours } from '../../scripts/generate/version-differences';
import { versionsPage } from '../../scripts/generate/versions-page';
import { NEWEST_TARGET } from '../../server/src/catalog/targets';
import { RELEASES } from '../../server/src/catalog/versions';

function differences(title: string, release: string): readonly string[] {
  const pair = neighbours().find(({ after }) => after.release === release);
  const aspect = ASPECTS.find((one) => one.title === title);
  if (pair === undefined || aspect === undefined) throw new Error(`no ${title} of ${release}`);
  return aspect.differences(pair);
}

it('compares every release with the one before it', () => {
  expect(neighbours()).toHaveLength(RELEASES.length - 1);
});

describe.each(ASPECTS)('$title', ({ differences: between }) => {
  it('says nothing of a release and itself, but for what is told in words', () => {
    const same = between({ before: NEWEST_TARGET, after: NEWEST_TARGET }).filter((text) => !/: [A-Z`].*\.$/.test(text));
    expect(same).toEqual([]);
  });

  it('has something to tell', () => {
    expect(neighbours().some((pair) => between(pair).length > 0)).toBe(true);
  });
});

it.each([
  ['Keywords added', '9.2p1', '`UnusedConnectionTimeout`'],
  ['Keywords without effect, or refused', '7.4p1', '`UseLogin`'],
  ['Scope', '7.4p1', '`ClientAliveInterval` may stand in `Match`'],
  ['Defaults', '7.0p1', '`PermitRootLogin`: `yes` became `without-password`'],
  ['Aliases', '8.7p1', 'is an alias of `KbdInteractiveAuthentication`'],
  ['Repeated lines', '9.5p1', '`PerSourceMaxStartups`: the first line decides'],
  ['Words of arguments', '8.3p1', '`IgnoreRhosts`: added `shosts-only`'],
  ['Algorithm names', '7.6p1', 'removed `blowfish-cbc`'],
  ['Default algorithms', '10.0p1', '`mlkem768x25519-sha256` comes first'],
  ['Prefixes of algorithm lists', '8.1p1', 'added `^`'],
  ['Match criteria', '10.0p1', 'added `Version`'],
  ['Percent tokens', '7.8p1', 'added `%U`'],
  ['How lines are read', '8.7p1', '`argv-split`'],
  ['In words', '9.7p1', 'An empty list is refused.'],
])('%s of %s', (title, release, part) => {
  expect(differences(title, release).join('\n')).toContain(part);
});

it('makes tables whose rows have all columns', () => {
  const rows = versionsPage()
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const columns = new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length));
  expect([...columns].sort((a, b) => a - b)).toEqual([4, ASPECTS.length + 3]);
});
