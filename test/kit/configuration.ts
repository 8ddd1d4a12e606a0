// A configuration of several files from their texts, as it would be found under /etc/ssh.
import { catalogAt } from '../../server/src/catalog/catalog';
import { type Configuration, readConfiguration } from '../../server/src/model/configuration';
import { MAIN_PATH, sourceSetFrom, targetOf } from './snapshot';

/** Files by name below /etc/ssh (or by absolute path); `sshd_config` is the main file. Include finds them as glob(3) would. */
export function configurationFrom(files: Readonly<Record<string, string>>, target?: string): Configuration {
  const byPath = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.startsWith('/') ? name : `/etc/ssh/${name}`, text]),
  );
  const catalog = catalogAt(targetOf(target));
  return readConfiguration(
    sourceSetFrom(byPath, MAIN_PATH, () => catalog.target),
    catalog,
  );
}
