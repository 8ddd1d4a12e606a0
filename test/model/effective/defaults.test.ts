// What `sshd -T` prints of an empty configuration, keyword by keyword: as each release did when the facts were recorded.
import { describe, expect, test } from 'vitest';
import { RELEASES, type Release } from '../../../server/src/catalog/versions';
import { effectiveConfig } from '../../../server/src/model/effective/effective-config';
import { DIRECTIVE_FACTS, type DirectiveFacts } from '../../catalog/facts';
import { configurationFrom } from '../../kit/configuration';

// Chosen when sshd is built, or given on the command line of the recording.
const OF_THE_BUILD: ReadonlySet<string> = new Set(['HostKey', 'ModuliFile', 'SshdSessionPath', 'SshdAuthPath']);
// 10.4 has them under other names; the recording counts both as one.
const RENAMED = /^GSSAPI/;

const ORDER = new Map<string, number>(RELEASES.map((release, index) => [release, index]));
const place = (release: string) => ORDER.get(release) ?? -1;

function recorded({ default: spans = [] }: DirectiveFacts, release: Release): readonly string[] {
  const span = spans.find(({ from, to }) => place(from) <= place(release) && place(release) <= place(to));
  return span === undefined ? [] : [span.value].flat();
}

function defaultsOf(release: Release): ReadonlyMap<string, readonly string[]> {
  const config = effectiveConfig(configurationFrom({ sshd_config: '' }, release));
  if (config.kind === 'refused') throw new Error(config.message);
  return new Map(config.settings.map(({ keyword, values }) => [keyword, values]));
}

// Of some releases a patch was recorded only.
const RECORDED = RELEASES.filter((release) => DIRECTIVE_FACTS[0]?.verified_by_running.known_in.includes(release));

describe('defaults', () => {
  test('are recorded of many releases', () => expect(RECORDED.length).toBeGreaterThan(35));

  test.each(RECORDED)('%s', (release) => {
    const ours = defaultsOf(release);
    const facts = DIRECTIVE_FACTS.filter(
      ({ keyword }) => !OF_THE_BUILD.has(keyword) && !(release === '10.4p1' && RENAMED.test(keyword)),
    );
    const said = facts.map(({ keyword }) => [keyword, ours.get(keyword) ?? []]);
    expect(said).toEqual(facts.map((one) => [one.keyword, recorded(one, release)]));
  });
});
