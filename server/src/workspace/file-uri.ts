// URIs of files as text: names put on and taken off. Knows no scheme but `file:`.

/** The URI of a name in a folder. */
export function uriIn(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${encodeURIComponent(name)}`;
}

/** The URI of the folder that a file or folder lies in, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.replace(/\/$/, '').lastIndexOf('/'));
}

/** Equal for two URIs of one file: editor and Node encode the same path differently. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray percent sign: such a URI stands for itself.
    return uri;
  }
}
