// Whether other files may say what this one does not: it includes some, or is included itself. No rule.
import { forEveryone } from '../model/keepalive-lines';
import type { Snapshot } from '../model/snapshot';

/** Whether a missing global line may stand in another file. */
export function otherFilesCount({ model, uri }: Snapshot): boolean {
  if (/\/sshd_config\.d\/|\.conf$/.test(uri)) return true;
  return model.settersOf('Include').some(({ block }) => block === undefined || forEveryone(block));
}
