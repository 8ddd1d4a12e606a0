// The last part of a URI's path, as people name the file.

/** `sshd_config` for `file:///etc/ssh/sshd_config`. What is no valid escape stays as it is. */
export function fileName(uri: string): string {
  const name = uri.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
  return name.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      // Bytes that are no UTF-8.
      return escaped;
    }
  });
}
