// URIs of files as text: the folder of one, and whether two mean the same.

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
