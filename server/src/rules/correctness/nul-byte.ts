// A NUL byte cuts its line off and glues the next one on.
import { defineRule } from '../rule';

export const nulByte = defineRule({
  id: 'nul-byte',
  category: 'correctness',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A NUL byte, at which sshd cuts the line and glues the next one on.',
  references: ['servconf.c: load_server_config()'],
  *check({ tree }, { reads }) {
    reads('text');
    for (
      let at = tree.text.indexOf('\0'), shown = 0;
      at >= 0 && shown < 100;
      at = tree.text.indexOf('\0', at + 1), shown++
    ) {
      yield {
        range: { start: at, end: at + 1 },
        message:
          'A NUL byte stands here: sshd drops the rest of the line, its end included, and reads the next line as its continuation. Remove it.',
      };
    }
  },
});
