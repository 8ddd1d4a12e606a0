// The settings section, from whatever a client sends.
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { readSettings } from '../../server/src/lsp/settings';
import { SETTINGS } from '../../server/src/lsp/settings-schema';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';

function read(section: unknown) {
  const complaints: string[] = [];
  return { ...readSettings(section, (message) => complaints.push(message)), complaints };
}

const DEFAULT_SSHD = { path: '', checkOnSave: false };

describe('readSettings', () => {
  it.each([[undefined], [null], [{}], ['text'], [{ keepalive: null, target: 'auto' }]])(
    'takes the defaults from %j',
    (section) => {
      expect(read(section)).toEqual({ settings: DEFAULT_SETTINGS, sshd: DEFAULT_SSHD, complaints: [] });
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
    [{ keepalive: { countMax: -1 } }, 'sshdConfig.keepalive.countMax'],
    [{ keepalive: { longestWindow: 1.5 } }, 'sshdConfig.keepalive.longestWindow'],
    [{ inlayHints: { enabled: 'yes' } }, 'sshdConfig.inlayHints.enabled'],
    [{ sshd: { path: 'sshd' } }, 'sshdConfig.sshd.path'],
    [{ sshd: { path: 'bin/sshd' } }, 'sshdConfig.sshd.path'],
    [{ sshd: { checkOnSave: 1 } }, 'sshdConfig.sshd.checkOnSave'],
  ])('complains of %j and takes the default', (section, name) => {
    const { settings, target, sshd, complaints } = read(section);
    expect({ settings, target, sshd }).toEqual({ settings: DEFAULT_SETTINGS, target: undefined, sshd: DEFAULT_SSHD });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(name);
  });

  it('takes what is restricted from trusted workspaces only', () => {
    const restricted = SETTINGS.filter((setting) => setting.restricted).map(({ name }) => `sshdConfig.${name}`);
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(restricted);
    expect(manifest.contributes.configuration.properties['sshdConfig.sshd.path'].scope).toBe('machine');
  });

  it('has the defaults that the manifest names', () => {
    const properties = manifest.contributes.configuration.properties;
    expect({
      keepalive: {
        lostProbes: properties['sshdConfig.keepalive.lostProbes'].default,
        shortestWindow: properties['sshdConfig.keepalive.shortestWindow'].default,
        longestWindow: properties['sshdConfig.keepalive.longestWindow'].default,
      },
      inlayHints: { enabled: properties['sshdConfig.inlayHints.enabled'].default },
    }).toEqual(DEFAULT_SETTINGS);
    // 0: worked out.
    expect(properties['sshdConfig.keepalive.interval'].default).toBe(0);
    expect(properties['sshdConfig.keepalive.countMax'].default).toBe(0);
  });
});
