// A configuration of several files from their texts, as it would be found under /etc/ssh.
import { catalogAt } from '../../server/src/catalog/catalog';
import { type Configuration, readConfiguration } from '../../server/src/model/configuration';
import type { Source } from '../../server/src/model/source-set';
import { globExpression } from '../../server/src/workspace/glob';
import { targetOf } from './snapshot';

const uriOf = (path: string) => `file://${path}`;

/** Files by name below /etc/ssh (or by absolute path); `sshd_config` is the main file. Include finds them as glob(3) would. */
export function configurationFrom(files: Readonly<Record<string, string>>, target?: string): Configuration {
  const sources = new Map<string, Source>();
  for (const [name, text] of Object.entries(files)) {
    const path = name.startsWith('/') ? name : `/etc/ssh/${name}`;
    sources.set(uriOf(path), { kind: 'file', uri: uriOf(path), path, text, byteOrderMark: false });
  }
  const paths = [...sources.values()].map(({ path }) => path).sort();
  const matches = new Map<string, readonly string[]>();
  const catalog = catalogAt(targetOf(target));
  for (;;) {
    const read = readConfiguration({ main: uriOf('/etc/ssh/sshd_config'), sources, matches }, catalog);
    if (read.wanted.patterns.length === 0) return read;
    for (const pattern of read.wanted.patterns) matches.set(pattern, paths.filter(globFilter(pattern)).map(uriOf));
  }
}

function globFilter(pattern: string): (path: string) => boolean {
  const parts = pattern.split('/').map(globExpression);
  return (path) => {
    const names = path.split('/');
    return names.length === parts.length && parts.every((part, index) => part.test(names[index] ?? ''));
  };
}
