// Which authentication methods the configuration leaves on, globally and in a Match block.
import { ownValue } from '../base/own-value';
import type { Keyword } from '../catalog/directives';
import type { Configuration, DirectiveInFile } from './configuration';
import { settleWhenRead } from './effective/settle';
import { argumentText, decidingLine, sectionOf } from './effective-config';
import type { MatchBlock } from './file-model';
import type { Snapshot } from './snapshot';

const SWITCHES: Readonly<Record<string, readonly Keyword[]>> = {
  publickey: ['PubkeyAuthentication'],
  password: ['PasswordAuthentication'],
  'keyboard-interactive': ['KbdInteractiveAuthentication', 'ChallengeResponseAuthentication'],
  hostbased: ['HostbasedAuthentication'],
  'gssapi-with-mic': ['GSSAPIAuthentication', 'GSSAuthentication'],
  'gssapi-keyex': ['GSSAPIAuthentication', 'GSSAuthentication'],
};

/** All of their keywords. */
export const METHOD_SWITCHES: readonly Keyword[] = Object.values(SWITCHES).flat();

/** The methods of one list of AuthenticationMethods, without what stands behind a colon. */
export function methodsOf(list: string): readonly string[] {
  return list.split(',').map((method) => method.split(':')[0] ?? '');
}

/** Whether a method is on when sshd has read its files. A method without a switch is on. */
export function isMethodOn(method: string, configuration: Configuration): boolean {
  const switches = ownValue(SWITCHES, method);
  return switches?.some((keyword) => settleWhenRead(configuration, keyword)?.values[0] === 'yes') ?? true;
}

/** The line of a block that switches a method on or off for its connections. */
export function methodSwitchIn(method: string, snapshot: Snapshot, block: MatchBlock): DirectiveInFile | undefined {
  for (const keyword of ownValue(SWITCHES, method) ?? []) {
    const line = decidingLine(snapshot, keyword, block);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Whether any block but this one switches the method on: a connection may fit both. */
export function isOnInAnotherBlock(method: string, snapshot: Snapshot, block: MatchBlock): boolean {
  return (ownValue(SWITCHES, method) ?? []).some((keyword) =>
    snapshot.configuration.settersOf(keyword).some(({ placed }) => {
      const other = sectionOf(placed);
      return other !== undefined && other !== block && argumentText(placed).toLowerCase() === 'yes';
    }),
  );
}
