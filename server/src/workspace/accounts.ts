// The names of users and groups of the system whose tree lies below a folder, from its etc/passwd and etc/group. Nothing else of them is kept.
import type { Accounts } from '../model/snapshot';
import { bytesIn, type FileSystem } from './file-system';

const MOST_BYTES = 256 * 1024;
const FIRST_PERSON = 1000;
const NOBODY = 65534;

/** Account names by root folder; read once until forgotten. */
export interface AccountLists {
  /** Undefined where neither file can be read. Never rejects. */
  readonly below: (root: string) => Promise<Accounts | undefined>;
  readonly forgetAll: () => void;
}

export function accountLists(files: FileSystem): AccountLists {
  const known = new Map<string, Promise<Accounts | undefined>>();
  return {
    below: (root) => {
      const accounts = known.get(root) ?? readAccounts(files, root);
      known.set(root, accounts);
      return accounts;
    },
    forgetAll: () => known.clear(),
  };
}

async function readAccounts(files: FileSystem, root: string): Promise<Accounts | undefined> {
  const [users, groups] = await Promise.all(
    ['passwd', 'group'].map(async (name) => {
      const bytes = bytesIn(await files.read(`${root}/etc/${name}`, MOST_BYTES));
      return bytes === undefined ? undefined : namesIn(new TextDecoder().decode(bytes));
    }),
  );
  return users === undefined && groups === undefined ? undefined : { users: users ?? [], groups: groups ?? [] };
}

/** The names of passwd(5) or group(5): root and people first, then the accounts of services, each in the order of the file. */
export function namesIn(text: string): readonly string[] {
  const entries = text.split('\n').flatMap((line) => {
    const [name = '', , id = ''] = line.split(':');
    return /^[A-Za-z_][\w.$-]*$/.test(name) && /^\d+$/.test(id) ? [{ name, id: Number(id) }] : [];
  });
  const isPerson = ({ id }: { readonly id: number }) => id === 0 || (id >= FIRST_PERSON && id < NOBODY);
  return [...entries.filter(isPerson), ...entries.filter((one) => !isPerson(one))].map(({ name }) => name);
}
