// Whether files that are not known may say what the known ones do not. No rule.
import { isComplete } from '../model/configuration';
import type { Snapshot } from '../model/snapshot';

/** Whether a missing line may stand in a file we do not know: an Include that is not looked up, or the main file of a drop-in. */
export function otherFilesCount({ configuration, uri }: Snapshot): boolean {
  if (configuration.main.file.uri === uri && /\/sshd_config\.d\/|\.conf$/.test(uri)) return true;
  return !isComplete(configuration);
}

/** Whether the file is a drop-in whose main file is not known, so that nothing can be said of what is missing in it. */
export function isLoneDropIn({ configuration, uri }: Snapshot): boolean {
  return configuration.main.file.uri === uri && /\/sshd_config\.d\/[^/]*$/.test(uri);
}
