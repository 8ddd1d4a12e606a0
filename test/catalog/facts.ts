// The facts the catalogue was written from, as recorded from servconf.c of every release and from runs of the builds. Kept compressed in test/data.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isSince, RELEASES, type Release } from '../../server/src/catalog/versions';

/** A value from one release to another, both included. */
export interface Span {
  readonly from: Release;
  readonly to: Release;
  readonly value: string | readonly string[];
}

export interface DirectiveFacts {
  readonly keyword: string;
  readonly first_seen: string;
  readonly last_seen: string;
  readonly status: readonly Span[];
  readonly scope: readonly Span[];
  readonly alias_of: readonly Span[];
  readonly default?: readonly Span[];
  readonly default_debian_9_2p1?: string | readonly string[];
  readonly build_condition?: readonly string[];
  readonly argument?: {
    readonly kind: string;
    readonly values?: readonly string[];
    readonly value_since?: Readonly<Record<string, Release>>;
    readonly special?: readonly string[];
    readonly duplicates?: string;
    readonly tokens?: readonly string[];
  };
  readonly verified_by_running: { readonly known_in: readonly string[]; readonly match_allowed_in: readonly string[] };
}

export interface VendorFacts {
  readonly directive: string;
  readonly vendor: string;
  readonly meaning: string;
  readonly default: string;
  readonly allowed_in_match: boolean | 'unknown' | null;
  readonly alias_of: string | null;
  readonly status: string;
}

function zipped(name: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(new URL(`../data/${name}`, import.meta.url))).toString('utf8'));
}

/** The newest release the facts know; of later ones a recorded table (conformance/data/verdicts-10.6.jsonl.gz) and effective.test.ts tell. */
export const NEWEST_RECORDED: Release = '10.5p1';

/** Every keyword of OpenSSH's own. */
export const DIRECTIVE_FACTS = (zipped('directives.json.gz') as { readonly directives: readonly DirectiveFacts[] })
  .directives;

/** What vendors add or change; some entries are about files or defaults instead of keywords. */
export const VENDOR_FACTS = (zipped('vendor-directives.json.gz') as { readonly entries: readonly VendorFacts[] })
  .entries;

/** What a repeat does in a release, as one word. */
export function repeatsFact({ keyword, argument }: DirectiveFacts, release: Release): string {
  const duplicates = argument?.duplicates ?? '';
  // The facts missed it; Debian's 9.2 lets the last one win (test/conformance/live-effective.test.ts), its 10.0 the first.
  if (keyword === 'AuthorizedPrincipalsCommand' && isSince(release, '8.7p1') && !isSince(release, '9.4p1'))
    return 'last';
  const change = /^last until (\S+); first since (\S+)$/.exec(duplicates);
  const since = change && RELEASES.find((one) => one.startsWith(`${change[2]}p`));
  if (since) return isSince(release, since) ? 'first' : 'last';
  if (/^(first per name|per name)/.test(duplicates)) return 'first-by-name';
  if (duplicates.startsWith('first, each of the two')) return 'first-by-part';
  if (duplicates.startsWith('all processed')) return 'every';
  return /^\w+/.exec(duplicates)?.[0] ?? '';
}
