// Directives found by a few letters, over all files that are read together.
import { expect, test } from 'vitest';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
import { featureDocument } from '../kit/feature-document';

const document = featureDocument('Include sshd_config.d/*.conf\nport 22\nMatch User  alice\n  Banner /x # c\n', {
  files: { '/etc/ssh/sshd_config.d/a.conf': 'PermitRootLogin no\n' },
});

function found(query: string): readonly string[] {
  return workspaceSymbols([document, document], query).map(({ name, containerName, location }) => {
    const line = 'range' in location ? location.range.start.line + 1 : 0;
    return `${name} (${containerName}) ${location.uri.split('/').at(-1)}:${line}`;
  });
}

test('all of them without a query, each once', () =>
  expect(found('')).toEqual([
    'Include sshd_config.d/*.conf (/etc/ssh/sshd_config) sshd_config:1',
    'PermitRootLogin no (/etc/ssh/sshd_config.d/a.conf) a.conf:1',
    'Port 22 (/etc/ssh/sshd_config) sshd_config:2',
    'Match User alice (/etc/ssh/sshd_config) sshd_config:3',
    'Banner /x (Match User alice) sshd_config:4',
  ]));

test('by letters in order, in any case', () => {
  expect(found('prl')).toEqual(['PermitRootLogin no (/etc/ssh/sshd_config.d/a.conf) a.conf:1']);
  expect(found('MATCH alice')).toHaveLength(1);
  expect(found('zzz')).toEqual([]);
});
