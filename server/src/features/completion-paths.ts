// Files and folders of the system that the file lies on, one part of a path at a time. Which folder is wanted, and what is offered of it; lists nothing.
import type { PathUse } from '../catalog/arguments/argument-kind';
import type { Target } from '../catalog/targets';
import type { FolderListing, WantedFolder } from '../model/folder-listing';
import { configFolder, includePath } from '../model/include-path';
import type { Snapshot } from '../model/snapshot';
import type { Offer } from './completion-item';
import type { TypedArgument } from './completion-place';

interface TypedPath extends WantedFolder {
  readonly use: PathUse;
  /** What is written in front of the name, its last slash included; empty: the path begins here. */
  readonly folder: string;
}

/** The folder whose names fit at the cursor; undefined where no path is written, or one that depends on who logs in. */
export function wantedFolderAt(place: TypedArgument, target: Target): WantedFolder | undefined {
  const typed = typedPath(place, target);
  return typed && { path: typed.path, prefix: typed.prefix };
}

function typedPath({ directive, index, typed }: TypedArgument, target: Target): TypedPath | undefined {
  const use = directive.status === 'supported' ? directive.argument.pathAt?.(index) : undefined;
  if (use === undefined) return undefined;
  const slash = lastSlash(typed, target);
  const folder = typed.slice(0, slash + 1);
  const path = folder === '' ? startOf(use, target) : pathOf(folder, use, target);
  const varies = directive.argument.tokens !== undefined && folder.includes('%');
  if (path === undefined || varies) return undefined;
  return { use, folder, path: path.replace(/(?<=[^/\\])[/\\]+$/, ''), prefix: typed.slice(slash + 1) };
}

// Only on Windows a backslash parts names.
function lastSlash(typed: string, { vendor }: Target): number {
  return Math.max(typed.lastIndexOf('/'), vendor === 'windows' ? typed.lastIndexOf('\\') : -1);
}

/** Where one looks first: files beside the configuration, everything else from the top. */
function startOf({ wants, likely }: PathUse, target: Target): string {
  return wants === 'pattern' || likely !== undefined ? configFolder(target) : '/';
}

function pathOf(folder: string, { wants }: PathUse, target: Target): string | undefined {
  if (folder.startsWith('/') || (target.vendor === 'windows' && /^[A-Za-z]:/.test(folder)))
    return wants === 'pattern' && /[*?[\\]/.test(folder) ? undefined : folder;
  if (wants !== 'pattern' || /[*?[\\~]/.test(folder) || target.release === '8.2p1') return undefined;
  return includePath(folder, target);
}

/** What the folder has for the path at the cursor; nothing where the listing is another folder's. */
export function pathOffers(snapshot: Snapshot, place: TypedArgument, listing: FolderListing): readonly Offer[] {
  const typed = typedPath(place, snapshot.catalog.target);
  if (typed === undefined || typed.path !== listing.path) return [];
  const entries = listing.entries.flatMap((entry) => entryOffer(snapshot, place, typed, entry) ?? []);
  return [...entries, ...patternOffers(place, typed, listing), ...tokenOffers(place, typed)];
}

type Entry = FolderListing['entries'][number];

function entryOffer(snapshot: Snapshot, place: TypedArgument, typed: TypedPath, entry: Entry): Offer | undefined {
  const { use, path } = typed;
  const { name, kind } = entry;
  const isFolder = kind === 'folder';
  const full = path === '/' ? `/${name}` : `${path}/${name}`;
  const written = writtenPath(place, typed, entry, full);
  if (written === undefined || (use.wants === 'folder' && !isFolder)) return undefined;
  if (use.wants === 'pattern' && full === snapshot.reading.file.path) return undefined;
  const isRead = use.wants === 'pattern' && readPaths(snapshot).has(full);
  const likely = !isFolder && use.likely?.test(name) === true && !isRead;
  return {
    label: typed.folder === '' ? full : name,
    kind,
    keyword: place.directive.keyword,
    filter: name,
    ...written,
    ...(isRead ? { detail: 'is read already' } : {}),
    rank: name.startsWith('.') ? 4 : likely ? 0 : 2,
    ...(isFolder ? { goesOn: true } : {}),
  };
}

function readPaths({ configuration }: Snapshot): ReadonlySet<string> {
  return new Set(configuration.readings.map(({ file }) => file.path));
}

/** How the name is written there, and over what; undefined where sshd would read it as something else. */
function writtenPath(
  place: TypedArgument,
  { use, folder }: TypedPath,
  { name, kind }: Entry,
  full: string,
): Pick<Offer, 'replace' | 'newText' | 'filter'> | undefined {
  const special = use.wants === 'pattern' ? /[*?[\]"'\\#]/ : /["'\\#]/;
  if (special.test(name) || hasControl(name)) return undefined;
  const plain = place.directive.argument.tokens === undefined ? name : name.replaceAll('%', '%%');
  const slash = place.behind.indexOf('/');
  const ending = kind === 'folder' && slash < 0 ? '/' : '';
  if (/\s/.test(name) && !place.quoted) {
    // In the raw rest of a line quotes are part of the value.
    if (place.directive.argument.shape === 'rest-of-line' || slash >= 0) return undefined;
    const text = `"${folder === '' ? full : folder + plain}${ending === '' ? '"' : ending}`;
    return { replace: { start: place.start, end: place.end }, newText: text, filter: folder + name };
  }
  const start = place.start + folder.length;
  const end = slash < 0 ? place.end : place.cursor + slash;
  return { replace: { start, end }, newText: `${folder === '' ? full : plain}${ending}` };
}

function hasControl(name: string): boolean {
  return [...name].some((char) => char < ' ');
}

/** All files of one ending at once, where there are several. */
function patternOffers(place: TypedArgument, { use, folder }: TypedPath, { entries }: FolderListing): readonly Offer[] {
  if (use.wants !== 'pattern' || folder === '' || place.behind !== '') return [];
  const count = entries.filter(({ name, kind }) => kind === 'file' && use.likely?.test(name)).length;
  if (count === 0) return [];
  const replace = { start: place.start + folder.length, end: place.end };
  const detail = count === 1 ? 'finds 1 file now' : `finds ${count} files now`;
  return [{ label: '*.conf', kind: 'value', keyword: place.directive.keyword, replace, detail, rank: 0, order: 0 }];
}

/** Tokens that name a part of a path; the rest, a percent sign brings. */
function tokenOffers({ directive, cursor, end }: TypedArgument, { use, folder, prefix }: TypedPath): readonly Offer[] {
  if (use.wants === 'program' || prefix !== '' || folder === '' || directive.argument.tokens === undefined) return [];
  return [
    {
      label: '%u',
      kind: 'token',
      keyword: directive.keyword,
      replace: { start: cursor, end },
      detail: 'the name of the user who logs in',
      rank: 3,
    },
  ];
}
