// AuthenticationMethods in the global section of which every list needs a method that is switched off.
import { sshdWords, sshdWordsTogether } from '../../catalog/sshd-words';
import { decidingWhenRead } from '../../model/effective-config';
import { isMethodOn, methodsOf } from '../../model/method-switches';
import { isLoneDropIn } from '../elsewhere';
import { argumentRange } from '../places';
import { defineRule } from '../rule';

export const authenticationMethodsDisabled = defineRule({
  id: 'authentication-methods-disabled',
  category: 'correctness',
  severity: 'error',
  since: '0.1.0',
  summary: 'AuthenticationMethods that nobody can pass, because each list needs a method that is switched off.',
  references: ['auth2.c: auth2_setup_methods_lists()', 'sshd_config(5), AuthenticationMethods'],
  *check(snapshot) {
    const line = decidingWhenRead(snapshot, 'AuthenticationMethods');
    if (line?.reading !== snapshot.reading || isLoneDropIn(snapshot)) return;
    const { target } = snapshot.catalog;
    const off: string[] = [];
    const says: ReturnType<typeof sshdWords>[] = [];
    for (const { value } of line.placed.line.words) {
      const disabled = methodsOf(value).filter((method) => !isMethodOn(method, snapshot));
      if (value === 'any' || disabled.length === 0) return;
      off.push(...disabled);
      const [first = ''] = disabled;
      says.push(sshdWords('authentication-methods-disabled', target, { element: first, argument: value }));
    }
    yield {
      range: argumentRange(snapshot, line.placed),
      afterReading: true,
      sshdSays: sshdWordsTogether([...says, sshdWords('authentication-methods-unsatisfied', target)]),
      message: `Every list needs a method that is switched off (${[...new Set(off)].join(', ')}); sshd refuses to start and names no line. Switch the method on, or take it out of the list.`,
    };
  },
});
