// Asks the client to fetch anew what it shows beside the text, when facts changed that it cannot know of: the target, a setting, another file.
import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { Log } from './run-safe';

/** What has to be fetched again: colours, hints and lenses. Diagnostics have a delivery of their own. */
export interface ShownAgain {
  readonly ask: () => void;
}

/** Asks for each thing only where the client says it can be asked. */
export function shownAgain(connection: Connection, client: ClientCapabilities, log: Log): ShownAgain {
  const { semanticTokens, inlayHint, codeLens } = client.workspace ?? {};
  const wanted: readonly (() => Promise<void>)[] = [
    ...(semanticTokens?.refreshSupport === true ? [() => connection.languages.semanticTokens.refresh()] : []),
    ...(inlayHint?.refreshSupport === true ? [() => connection.languages.inlayHint.refresh()] : []),
    ...(codeLens?.refreshSupport === true ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
  ];
  const ask = async (): Promise<void> => {
    try {
      await Promise.all(wanted.map((one) => one()));
    } catch (error) {
      log(`The client did not fetch anew what it shows: ${String(error)}`);
    }
  };
  return { ask: () => void ask() };
}
