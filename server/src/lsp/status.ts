// Tells the client which target each open document is judged for, when that is new.
import type { Connection } from 'vscode-languageserver';
import type { Snapshot } from '../model/snapshot';
import { STATUS, type TargetStatus } from './messages';
import { whileConnected } from './run-safe';

export interface StatusAnnouncer {
  readonly announce: (snapshot: Snapshot) => void;
  readonly closed: (uri: string) => void;
}

/** Remembers what was said of each document, and says only what differs. */
export function statusAnnouncer(connection: Connection): StatusAnnouncer {
  const said = new Map<string, string>();
  return {
    announce: ({ uri, catalog: { target }, targetSource: source }) => {
      const status: TargetStatus = { uri, target: target.id, label: target.label, source };
      const text = `${target.id} ${source}`;
      if (said.get(uri) === text) return;
      said.set(uri, text);
      void whileConnected(() => connection.sendNotification(STATUS, status));
    },
    closed: (uri) => {
      said.delete(uri);
    },
  };
}
