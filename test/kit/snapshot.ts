// A snapshot from a text, as the service makes it.
import { type Target, targetNamed } from '../../server/src/catalog/targets';
import { DEFAULT_SETTINGS, type KeepaliveSettings, type Snapshot } from '../../server/src/model/snapshot';
import { snapshotOf } from '../../server/src/service';

/** What a test wants to differ from a user who has set nothing. */
export interface SnapshotOptions {
  /** A target's id; `10.5` when absent. */
  readonly target?: string;
  /** Idle timeout in seconds of the NAT that the user has named. */
  readonly nat?: number;
  readonly keepalive?: Partial<KeepaliveSettings>;
  readonly byteOrderMark?: boolean;
}

export function targetOf(id = '10.5'): Target {
  const target = targetNamed(id);
  if (target === undefined) throw new Error(`no such target: ${id}`);
  return target;
}

export function snapshotFrom(text: string, options: SnapshotOptions = {}): Snapshot {
  const { target, nat, keepalive, byteOrderMark = false } = options;
  const settings = {
    ...DEFAULT_SETTINGS,
    keepalive: { ...DEFAULT_SETTINGS.keepalive, ...keepalive, ...(nat === undefined ? {} : { natTimeout: nat }) },
  };
  return snapshotOf('file:///etc/ssh/sshd_config', text, { settings, target: targetOf(target), byteOrderMark });
}
