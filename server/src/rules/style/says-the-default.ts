// A line says what is the default anyway.
import { lineValue, scopedSetting } from '../../model/effective/scoped-setting';
import { directiveRange } from '../places';
import { defineRule } from '../rule';

export const saysTheDefault = defineRule({
  id: 'says-the-default',
  category: 'style',
  severity: 'hint',
  since: '0.2.0',
  summary: 'A line says what is the default anyway.',
  references: ['sshd -T'],
  demands: {},
  *check(snapshot) {
    const { catalog, configuration, model } = snapshot;
    for (const placed of model.directives) {
      const { directive, block } = placed;
      if (directive?.default === undefined || block !== undefined || directive.repeats !== 'first') continue;
      const { by } = scopedSetting(configuration, directive.slot);
      if (
        by.length !== 1 ||
        by[0]?.placed !== placed ||
        lineValue(by[0]).toLowerCase() !== directive.default.toLowerCase()
      )
        continue;
      yield {
        range: directiveRange(snapshot, placed),
        tags: ['unnecessary'],
        message: `This is the default of ${catalog.target.label}. The line does no harm, and auditors may look for it.`,
      };
    }
  },
});
