// All directives, and the union of their keywords: a misspelt keyword does not compile.
import type { Directive } from '../directive';
import { authentication } from './authentication';
import { crypto } from './crypto';
import { forwarding } from './forwarding';
import { gssapiKerberos } from './gssapi-kerberos';
import { hostBased } from './host-based';
import { keepalive } from './keepalive';
import { logging } from './logging';
import { network } from './network';
import { obsolete } from './obsolete';
import { publicKeys } from './public-keys';
import { session } from './session';
import { vendor } from './vendor';

const ENTRIES = [
  ...authentication,
  ...crypto,
  ...forwarding,
  ...gssapiKerberos,
  ...hostBased,
  ...keepalive,
  ...logging,
  ...network,
  ...obsolete,
  ...publicKeys,
  ...session,
  ...vendor,
] as const;

/** Every keyword of the catalogue, in the spelling of sshd_config(5). */
export type Keyword = (typeof ENTRIES)[number]['keyword'];

/** Every entry, in alphabetical order. */
export const DIRECTIVES: readonly Directive<Keyword>[] = (ENTRIES as readonly Directive<Keyword>[]).toSorted((a, b) =>
  a.keyword.toLowerCase() < b.keyword.toLowerCase() ? -1 : 1,
);
