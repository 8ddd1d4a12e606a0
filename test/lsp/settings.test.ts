// The settings section, from whatever a client sends.
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/src/lsp/settings';
import { SETTINGS } from '../../server/src/lsp/settings-schema';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { manifest, settingInManifest } from '../kit/manifest';

function read(section: unknown) {
  const complaints: string[] = [];
  return { ...readSettings(section, (message) => complaints.push(message)), complaints };
}

const flagsInManifest = (section: string, names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, settingInManifest(`${section}.${name}`).default]));

const DEFAULT_SSHD = { path: '', checkOnSave: false };

describe('readSettings', () => {
  it.each([[undefined], [null], [{}], ['text'], [{ keepalive: null, target: 'auto' }]])(
    'takes the defaults from %j',
    (section) => {
      expect(read(section)).toEqual({ settings: DEFAULT_SETTINGS, sshd: DEFAULT_SSHD, roots: [], complaints: [] });
    },
  );

  it('takes what is set', () => {
    const { settings, target } = read({
      target: 'debian-12',
      keepalive: { interval: 30, countMax: 6, path: 'aws' },
      inlayHints: { enabled: false },
      codeLens: { matchBlocks: true },
    });
    expect(target?.id).toBe('debian-12');
    expect(settings.keepalive).toMatchObject({ interval: 30, countMax: 6, natTimeout: 350 });
    expect(settings.inlayHints).toEqual({ ...DEFAULT_SETTINGS.inlayHints, enabled: false });
    expect(settings.codeLens).toEqual({ ...DEFAULT_SETTINGS.codeLens, matchBlocks: true });
  });

  it('takes what is said of rules', () => {
    const { settings, complaints } = read({
      policy: 'cis',
      rules: { 'max-sessions-zero': 'off', 'empty-match-block': 'error' },
      knownKeywords: ['NoSuchWord'],
      upgradeTo: '9.8',
    });
    expect(complaints).toEqual([]);
    expect(settings.rules).toMatchObject({
      policy: 'cis',
      severities: { 'max-sessions-zero': 'off', 'empty-match-block': 'error' },
      keywords: ['nosuchword'],
    });
    expect(settings.rules.upgradeTo?.id).toBe('9.8');
  });

  it.each([
    [{ 'no-such-rule': 'off' }, 'no rule no-such-rule'],
    [{ 'max-sessions-zero': 'loud' }, 'not one of error, warning'],
    [{ 'unknown-directive': 'off' }, 'stays an error'],
    [{ 'unknown-directive': 'hint' }, 'stays an error'],
    ['off', 'not an object'],
  ])('passes over what makes no sense in rules: %j', (rules, complaint) => {
    const { settings, complaints } = read({ rules });
    expect(settings.rules.severities).toEqual({});
    expect(complaints).toEqual([expect.stringContaining(complaint)]);
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
    [{ policy: 'pci' }, 'sshdConfig.policy'],
    [{ upgradeTo: '99' }, 'sshdConfig.upgradeTo'],
    [{ knownKeywords: 'NoSuchWord' }, 'sshdConfig.knownKeywords'],
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
    expect(settingInManifest('sshd.path').scope).toBe('machine');
  });

  it('has the defaults that the manifest names', () => {
    expect({
      keepalive: {
        lostProbes: settingInManifest('keepalive.lostProbes').default,
        shortestWindow: settingInManifest('keepalive.shortestWindow').default,
        longestWindow: settingInManifest('keepalive.longestWindow').default,
      },
      format: {
        indentMatch: settingInManifest('format.indentMatch').default,
        keywordCase: settingInManifest('format.keywordCase').default,
        separator: settingInManifest('format.separator').default,
        blankLinesBetweenBlocks: settingInManifest('format.blankLinesBetweenBlocks').default,
        mostBlankLines: settingInManifest('format.mostBlankLines').default,
      },
      inlayHints: flagsInManifest('inlayHints', DEFAULT_SETTINGS.inlayHints),
      codeLens: flagsInManifest('codeLens', DEFAULT_SETTINGS.codeLens),
      rules: {
        policy: settingInManifest('policy').default,
        severities: settingInManifest('rules').default,
        keywords: settingInManifest('knownKeywords').default,
      },
    }).toEqual(DEFAULT_SETTINGS);
    // 0: worked out.
    expect(settingInManifest('keepalive.interval').default).toBe(0);
    expect(settingInManifest('keepalive.countMax').default).toBe(0);
  });
});
