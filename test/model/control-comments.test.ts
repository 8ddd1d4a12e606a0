// Comments that speak to us: the target and the NAT timeout.
import { describe, expect, test } from 'vitest';
import { controlComments } from '../../server/src/model/control-comments';
import { DEFAULT_SETTINGS } from '../../server/src/model/snapshot';
import { snapshotOf } from '../../server/src/service';
import { snapshotFrom } from '../kit/snapshot';

const named = (text: string) => controlComments(text).target?.value;
const nat = (text: string) => controlComments(text).natTimeout;

test('a target, with the place where it stands', () => {
  const text = 'Port 22\n  #  sshd-config: target=debian-12\n';
  const { target } = controlComments(text);
  expect(target?.value).toBe('debian-12');
  expect(text.slice(target?.start, target?.end)).toBe('debian-12');
});

test.each([
  ['# sshd-config: target=9.2', '9.2'],
  ['#sshd-config:target=9.2', '9.2'],
  ['\t# sshd-config: target=9.2\r\nPort 22', '9.2'],
  ['# sshd-config: nat-timeout=60 target=rhel-9', 'rhel-9'],
  ['# sshd-config: target=9.2\n# sshd-config: target=9.3', '9.2'],
  ['# sshd-config: target=nonsense', 'nonsense'],
  ['# sshd-config: target=', undefined],
  ['# sshd-config: target= 9.2', undefined],
  ['# see sshd-config: target=9.2', undefined],
  ['Banner x # sshd-config: target=9.2', undefined],
  ['sshd-config: target=9.2', undefined],
  ['## sshd-config: target=9.2', undefined],
  ['# SSHD-CONFIG: target=9.2', undefined],
  ['', undefined],
])('%j names %s', (text, target) => {
  expect(named(text)).toBe(target);
});

test('an idle timeout in whole seconds', () => {
  expect(nat('# sshd-config: nat-timeout=350')).toBe(350);
  expect(nat('# sshd-config: target=9.2 nat-timeout=350')).toBe(350);
  for (const wrong of ['0', '-5', '5m', '1.5', 'aws']) {
    const text = `# sshd-config: nat-timeout=${wrong}`;
    expect(nat(text)).toBeUndefined();
    const { natTimeoutComment: comment } = controlComments(text);
    expect(comment?.value).toBeNaN();
    expect(text.slice(comment?.start, comment?.end)).toBe(wrong);
  }
});

describe('in a snapshot', () => {
  test('the comment decides before the setting, the setting before the system, the system before the newest', () => {
    const target = snapshotFrom('', { target: '9.2' }).catalog.target;
    const systemTarget = snapshotFrom('', { target: 'rhel-9' }).catalog.target;
    const chosen = (
      text: string,
      facts: { readonly target?: typeof target; readonly systemTarget?: typeof target },
    ) => {
      const { catalog, targetSource } = snapshotOf('file:///x', text, { settings: DEFAULT_SETTINGS, ...facts });
      return `${catalog.target.id} ${targetSource}`;
    };
    const comment = '# sshd-config: target=ubuntu-24.04\n';
    expect(chosen(comment, { target, systemTarget })).toBe('ubuntu-24.04 comment');
    expect(chosen('# sshd-config: target=nonsense\n', { target, systemTarget })).toBe('9.2 setting');
    expect(chosen('', { systemTarget })).toBe('rhel-9 os-release');
    expect(chosen('', {})).toBe('10.6 newest');
  });

  test('the timeout of the comment decides before that of the settings', () => {
    const timeout = (text: string, natTimeout?: number) =>
      snapshotFrom(text, natTimeout === undefined ? {} : { nat: natTimeout }).settings.keepalive.natTimeout;
    expect(timeout('# sshd-config: nat-timeout=350\n', 60)).toBe(350);
    expect(timeout('# sshd-config: nat-timeout=x\n', 60)).toBe(60);
    expect(timeout('Port 22\n')).toBeUndefined();
  });
});
