// What the client can do where the server cannot be changed: the same lines under ssh's own names, for the user's ~/.ssh/config.
import { NEWEST } from '../catalog/versions';
import type { KeepaliveValues } from './keepalive';
import { keepaliveAdvice } from './keepalive-advice';
import type { KeepaliveSettings } from './snapshot';

/** The values that suit the path. The client's release is not known: the newest is taken. */
export function clientKeepalive(wish: KeepaliveSettings): KeepaliveValues {
  return keepaliveAdvice(wish, NEWEST);
}

/** The lines in one sentence. */
export function clientLinesInWords({ interval, countMax }: KeepaliveValues): string {
  return `ServerAliveInterval ${interval}, ServerAliveCountMax ${countMax}`;
}

/** The lines to paste; ssh_config(5) takes the first value it finds, so `Host *` belongs at the end of the file. */
export function clientLines({ interval, countMax }: KeepaliveValues): string {
  return `Host *\n    ServerAliveInterval ${interval}\n    ServerAliveCountMax ${countMax}\n`;
}
