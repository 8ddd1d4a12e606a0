// A global value that a block for everyone replaces: below `Match all` the first value does not win over the global one.
import { replacedGlobal } from '../../model/replaced-globals';
import { removal } from '../line-edits';
import { directiveRange, lineName, relatedLine, uriOf } from '../places';
import { defineRule } from '../rule';
import { capital } from './repeat-reports';

export const matchAllReplacesGlobal = defineRule({
  id: 'match-all-replaces-global',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A global value that `Match all` replaces for every connection.',
  references: ['sshd_config(5), Match', 'servconf.c: copy_set_server_options()'],
  *checkKeyword(keyword, snapshot) {
    const { line, by } = replacedGlobal(snapshot.configuration, keyword) ?? {};
    if (line === undefined || by === undefined || line.reading !== snapshot.reading) return;
    const name = lineName(snapshot, by);
    yield {
      range: directiveRange(snapshot, line.placed),
      message: `${capital(name)} stands in a block for everyone and replaces this value on every connection; there the first value does not win over the global one. Keep one of the two.`,
      tags: ['unnecessary'],
      related: [relatedLine(snapshot, by, `${capital(name)} decides.`)],
      fixes: [
        { title: 'Remove this line', safety: 'unsafe', edits: [removal(snapshot.tree, line.placed)] },
        {
          title: `Remove ${name}`,
          safety: 'unsafe',
          edits: [{ ...removal(by.reading.tree, by.placed), ...uriOf(snapshot, by) }],
        },
      ],
    };
  },
});
