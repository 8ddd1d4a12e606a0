/** Ends the language server as a crash would. For the Node host only; uses what the system tells about processes. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Ends our own child that runs `dist/server.js`; false when there is none. */
export function killServer(): boolean {
  const rows = process.platform === 'linux' ? fromProc() : fromPs();
  const server = rows.find(({ parent, command }) => parent === process.pid && /dist[\\/]server\.js/.test(command));
  if (server === undefined) return false;
  process.kill(server.pid, 'SIGKILL');
  return true;
}

function fromProc(): readonly ProcessRow[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}

function fromPs(): readonly ProcessRow[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || parent === undefined || command === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
