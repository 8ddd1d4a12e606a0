// The list of settings and the reader of settings know the same names and limits.
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/src/lsp/settings';
import { SETTINGS, type Setting } from '../../server/src/lsp/settings-schema';

// Read by the client library, not by the server.
const CLIENT_SIDE = new Set(['trace.server']);

/** A section with one value in it: `keepalive.interval` stands in the part `keepalive`. */
function sectionWith(name: string, value: unknown): object {
  return name.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}

function complaintsAbout(setting: Setting, value: unknown): readonly string[] {
  const complaints: string[] = [];
  readSettings(sectionWith(setting.name, value), (message) => complaints.push(message));
  return complaints;
}

describe.each(SETTINGS.filter(({ name }) => !CLIENT_SIDE.has(name)).map((setting) => [setting.name, setting] as const))(
  '%s',
  (_, setting) => {
    it('takes its default', () => {
      expect(complaintsAbout(setting, setting.default)).toEqual([]);
    });

    it('is read: a value of the wrong kind is complained of', () => {
      expect(complaintsAbout(setting, { wrong: true })).toHaveLength(1);
    });

    if ('minimum' in setting) {
      it('has the limit that the reader has', () => {
        expect(complaintsAbout(setting, setting.minimum)).toEqual([]);
        expect(complaintsAbout(setting, setting.minimum - 1)).toHaveLength(1);
      });
    }
  },
);
