/** A program that answers as an sshd which refuses line 2 of any file. For the Node host only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FakeSshd } from './sshd.test';

const SCRIPT = `#!/bin/sh
if [ "$1" = -t ]; then
  echo "$3: line 2: Bad configuration option: Foo" >&2
  exit 255
fi
echo "OpenSSH_9.2p1, a fake" >&2
`;

/** Writes it into a folder of its own. */
export const fakeSshd: FakeSshd = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sshd-fake-'));
  const program = path.join(folder, 'sshd');
  writeFileSync(program, SCRIPT, { mode: 0o755 });
  return { program, remove: () => rmSync(folder, { recursive: true }) };
};
