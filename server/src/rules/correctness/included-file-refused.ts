// An Include of a file that sshd refuses: the file's own finding says why, this one that the whole configuration fails on it.
import { fileName } from '../../base/file-name';
import type { Reading } from '../../model/configuration';
import { lineIndexAt, rangeInFile } from '../../syntax/tree';
import { includesOf } from '../included-files';
import { defineRule, type Finding, type Related } from '../rule';

const MOST_RELATED = 10;

export const includedFileRefused = defineRule({
  id: 'included-file-refused',
  category: 'correctness',
  severity: 'error',
  since: '0.2.0',
  summary: 'An Include of a file that sshd refuses.',
  references: ['servconf.c: process_server_config_line_depth(), sInclude'],
  *check(snapshot, { refusalIn, reads }) {
    const includes = includesOf(snapshot);
    if (includes.length === 0) reads('Include');
    for (const include of includes) {
      const refused = (include.files ?? []).flatMap((one) => {
        const refusal = one.kind === 'read' ? refusalIn(one.reading) : undefined;
        return one.kind === 'read' && refusal !== undefined ? [{ reading: one.reading, refusal }] : [];
      });
      const [first] = refused;
      if (first === undefined) continue;
      const { sshdSays } = first.refusal;
      yield {
        range: rangeInFile(snapshot.tree, include.placed.lineIndex, include.word),
        message: `sshd does not start: it refuses ${placeOf(first.reading, first.refusal)}. ${first.refusal.message}`,
        related: refused.slice(0, MOST_RELATED).map(({ reading, refusal }) => related(reading, refusal)),
        ...(sshdSays === undefined ? {} : { sshdSays: () => sshdSays }),
      };
    }
  },
});

function placeOf({ tree, file }: Reading, { range }: Finding): string {
  return `line ${lineIndexAt(tree, range.start) + 1} of ${fileName(file.uri)}`;
}

function related({ file }: Reading, { range, message }: Finding): Related {
  return { uri: file.uri, range, message };
}
