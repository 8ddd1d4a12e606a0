// AuthenticationMethods in the global section of which every list needs a method that is switched off.
import { sshdWords, sshdWordsTogether } from '../../catalog/sshd-words';
import { impossibleMethods } from '../../model/effective/start-refusals';
import { METHOD_SWITCHES } from '../../model/method-switches';
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
  *check(snapshot, { reads }) {
    reads('AuthenticationMethods', ...METHOD_SWITCHES);
    const impossible = impossibleMethods(snapshot.configuration);
    if (impossible?.at.reading !== snapshot.reading || isLoneDropIn(snapshot)) return;
    const { target } = snapshot.catalog;
    const says = impossible.lists.map(({ list, off: [first = ''] }) =>
      sshdWords('authentication-methods-disabled', target, { element: first, argument: list }),
    );
    const off = new Set(impossible.lists.flatMap((one) => one.off));
    yield {
      range: argumentRange(snapshot, impossible.at.placed),
      afterReading: true,
      sshdSays: sshdWordsTogether([...says, sshdWords('authentication-methods-unsatisfied', target)]),
      message: `Every list needs a method that is switched off (${[...off].join(', ')}); sshd refuses to start and names no line. Switch the method on, or take it out of the list.`,
    };
  },
});
