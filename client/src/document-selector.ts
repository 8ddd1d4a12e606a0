// The documents the extension works on.
import { LANGUAGE_ID } from '../../server/src/lsp/messages';

// Read-only views of the past (git:, review: ...) get no findings: nobody can act on them.
const SCHEMES = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
  'vscode-userdata',
  'memfs',
  'ssh',
  'sftp',
  'ftp',
  'github',
  'azurerepos',
];

/** For the client and for everything the editor shows beside such a document. */
export const DOCUMENT_SELECTOR = SCHEMES.map((scheme) => ({ scheme, language: LANGUAGE_ID }));
