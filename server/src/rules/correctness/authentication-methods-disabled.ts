// AuthenticationMethods in the global section of which every list needs a method that is switched off.
import type { Keyword } from '../../catalog/directives';
import { decidingWhenRead, valueWhenRead } from '../../model/effective-config';
import type { Snapshot } from '../../model/snapshot';
import { argumentRange } from '../places';
import { defineRule } from '../rule';

const SWITCHES: Readonly<Record<string, readonly Keyword[]>> = {
  publickey: ['PubkeyAuthentication'],
  password: ['PasswordAuthentication'],
  'keyboard-interactive': ['KbdInteractiveAuthentication', 'ChallengeResponseAuthentication'],
  hostbased: ['HostbasedAuthentication'],
  'gssapi-with-mic': ['GSSAPIAuthentication', 'GSSAuthentication'],
};

export const authenticationMethodsDisabled = defineRule({
  id: 'authentication-methods-disabled',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'AuthenticationMethods that nobody can pass, because each list needs a method that is switched off.',
  references: ['auth2.c: auth2_setup_methods_lists()', 'sshd_config(5), AuthenticationMethods'],
  *check(snapshot) {
    const line = decidingWhenRead(snapshot, 'AuthenticationMethods');
    const lists = line?.line.words.map((word) => word.value) ?? [];
    if (line === undefined || lists.some((list) => list === 'any' || disabledMethods(list, snapshot).length === 0)) return;
    const off = [...new Set(lists.flatMap((list) => disabledMethods(list, snapshot)))];
    yield {
      range: argumentRange(snapshot, line),
      afterReading: true,
      message: `Every list needs a method that is switched off (${off.join(', ')}); sshd refuses to start and names no line. Switch the method on, or take it out of the list.`,
    };
  },
});

function disabledMethods(list: string, snapshot: Snapshot): readonly string[] {
  return list.split(',').map((method) => method.split(':')[0] ?? '').filter((method) => !isEnabled(method, snapshot));
}

function isEnabled(method: string, snapshot: Snapshot): boolean {
  const switches = SWITCHES[method];
  if (switches === undefined) return true;
  return switches.some((keyword) => {
    const known = snapshot.catalog.directive(keyword);
    if (known === undefined || known.slot !== keyword) return false;
    // Up to 8.6 KbdInteractiveAuthentication is off by itself; ChallengeResponseAuthentication switches it on.
    const preset = keyword === 'KbdInteractiveAuthentication' && !snapshot.catalog.since('8.7p1') ? 'no' : 'yes';
    const set = decidingWhenRead(snapshot, keyword);
    return (set === undefined && preset === 'no' ? 'no' : valueWhenRead(snapshot, keyword))?.toLowerCase() === 'yes';
  });
}
