// The settings section, from whatever a client sends.
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { readSettings } from '../../server/src/lsp/settings';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';

function read(section: unknown) {
  const complaints: string[] = [];
  return { ...readSettings(section, (message) => complaints.push(message)), complaints };
}

describe('readSettings', () => {
  it.each([[undefined], [null], [{}], ['text'], [{ keepalive: null, target: 'auto' }]])(
    'takes the defaults from %j',
    (section) => {
      expect(read(section)).toEqual({ settings: DEFAULT_SETTINGS, complaints: [] });
    },
  );

  it('takes what is set', () => {
    const { settings, target } = read({
      target: 'debian-12',
      keepalive: { interval: 30, countMax: 6, path: 'aws' },
      inlayHints: { enabled: false },
    });
    expect(target?.id).toBe('debian-12');
    expect(settings.keepalive).toMatchObject({ interval: 30, countMax: 6, natTimeout: 350 });
    expect(settings.inlayHints.enabled).toBe(false);
  });

  it.each([
    ['strict', 240],
    ['90', 90],
    ['', undefined],
  ])('reads the path %j', (path, natTimeout) => {
    expect(read({ keepalive: { path } }).settings.keepalive.natTimeout).toBe(natTimeout);
  });

  it.each([
    [{ target: 'vms' }, 'sshdConfig.target'],
    [{ keepalive: { path: 'moon' } }, 'sshdConfig.keepalive.path'],
    [{ keepalive: { path: '0' } }, 'sshdConfig.keepalive.path'],
    [{ keepalive: { countMax: 0 } }, 'sshdConfig.keepalive.countMax'],
    [{ keepalive: { longestWindow: 1.5 } }, 'sshdConfig.keepalive.longestWindow'],
    [{ inlayHints: { enabled: 'yes' } }, 'sshdConfig.inlayHints.enabled'],
  ])('complains of %j and takes the default', (section, name) => {
    const { settings, target, complaints } = read(section);
    expect({ settings, target }).toEqual({ settings: DEFAULT_SETTINGS, target: undefined });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(name);
  });

  it('has the defaults that the manifest names', () => {
    const properties = manifest.contributes.configuration.properties;
    expect({
      keepalive: {
        interval: properties['sshdConfig.keepalive.interval'].default,
        countMax: properties['sshdConfig.keepalive.countMax'].default,
        shortestWindow: properties['sshdConfig.keepalive.shortestWindow'].default,
        longestWindow: properties['sshdConfig.keepalive.longestWindow'].default,
      },
      inlayHints: { enabled: properties['sshdConfig.inlayHints.enabled'].default },
    }).toEqual(DEFAULT_SETTINGS);
  });
});
