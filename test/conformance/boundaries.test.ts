// Where two neighbouring releases differ and no recorded table stands on both sides: what the facts say of each. The first release accepts, or refuses, the other not.
import { describe, expect, test } from 'vitest';
import { RELEASES, type Release } from '../../server/src/catalog/versions';
import { ourVerdict } from './verdicts';

type Row = readonly [since: Release, outcome: 'accepted' | 'refused', text: string];

/** From `since` on the text is accepted (or refused); in the release before it is the other way round. */
const BOUNDARIES: readonly Row[] = [
  ['6.8p1', 'accepted', 'FingerprintHash md5\n'],
  ['6.9p1', 'accepted', 'ListenAddress 127.0.0.1\nPort 2222\n'],
  ['7.0p1', 'accepted', 'Ciphers +aes128-ctr\n'],
  ['7.0p1', 'accepted', 'PermitRootLogin prohibit-password\n'],
  ['7.3p1', 'accepted', 'AuthenticationMethods any\n'],
  ['7.3p1', 'refused', 'AuthenticationMethods ""\n'],
  ['7.4p1', 'accepted', 'Match User a\nClientAliveInterval 5\n'],
  ['7.5p1', 'accepted', 'Ciphers -x\n'],
  ['7.5p1', 'accepted', 'IPQoS cs1 # why\n'],
  ['7.5p1', 'accepted', 'RekeyLimit 1G none \n'],
  ['7.5p1', 'accepted', 'PermitRootLogin yes\f\n'],
  ['7.5p1', 'accepted', 'VersionAddendum a\r\n'],
  ['7.6p1', 'accepted', 'IPQoS none\n'],
  ['7.6p1', 'accepted', 'Match User a\nLogLevel INFO\n'],
  ['7.7p1', 'accepted', 'UsePAM YES\n'],
  ['7.7p1', 'refused', 'ListenAddress "127.0.0.1"\n'],
  ['7.7p1', 'refused', 'MaxSessions six\n'],
  ['7.7p1', 'accepted', 'Match RDomain a\n'],
  ['7.8p1', 'accepted', `# ${'x'.repeat(5000)}\n`],
  ['7.9p1', 'accepted', 'Port ssh\n'],
  ['8.0p1', 'refused', 'PermitOpen host/22\n'],
  ['8.0p1', 'refused', 'ListenAddress 127.0.0.1/22\n'],
  ['8.1p1', 'refused', 'LoginGraceTime 15250284452471w\n'],
  ['8.1p1', 'accepted', 'Ciphers ^aes128-ctr\n'],
  ['8.2p1', 'accepted', 'Include /nowhere/*\n'],
  ['8.3p1', 'refused', 'RDomain none\n'],
  ['8.3p1', 'accepted', 'Match User a\nIgnoreRhosts no\n'],
  ['8.4p1', 'refused', 'Match Address 10.0.0.1/8\n'],
  ['8.5p1', 'accepted', 'LogVerbose none\n'],
  ['8.7p1', 'refused', "ForceCommand echo it's\n"],
  ['8.7p1', 'refused', 'AcceptEnv A=B\n'],
  ['8.7p1', 'accepted', 'Match User a\nKbdInteractiveAuthentication no\nChallengeResponseAuthentication no\n'],
  ['8.7p1', 'accepted', 'ListenAddress "127.0.0.1"\n'],
  ['8.7p1', 'accepted', 'IPQoS "cs1"\n'],
  ['8.7p1', 'refused', 'VersionAddendum a\nVersionAddendum a\rb\n'],
  ['8.7p1', 'accepted', 'RekeyLimit "1G"\n'],
  ['8.7p1', 'accepted', 'RekeyLimit 1G "none"\n'],
  ['8.7p1', 'refused', 'AuthorizedKeysFile "" x\n'],
  ['9.1p1', 'accepted', 'RequiredRSASize 2048\n'],
  ['9.1p1', 'accepted', 'AllowUsers a@10.0.0.1/+8\n'],
  ['9.2p1', 'refused', 'MaxStartups 0\n'],
  ['9.2p1', 'accepted', 'ChannelTimeout none\n'],
  ['9.5p1', 'accepted', 'Subsystem a /a\nSubsystem a /b\n'],
  ['9.5p1', 'accepted', 'Subsystem a /a\nSubsystem a\n'],
  ['9.4p1', 'refused', 'AuthorizedKeysCommand /a\nAuthorizedKeysCommandUser u\nAuthorizedPrincipalsCommand /a\n'],
  ['9.5p1', 'accepted', 'Match User a\nSubsystem a /a\n'],
  ['9.7p1', 'refused', 'AllowUsers # nobody\n'],
  ['9.7p1', 'refused', 'PermitOpen host:22 ""\n'],
  ['9.7p1', 'refused', 'ChannelTimeout session=1 none\n'],
  ['9.7p1', 'refused', 'Match User a\nAuthenticationMethods publickey any\n'],
  ['9.7p1', 'accepted', 'AuthenticationMethods publickey\nMatch User a\nAuthenticationMethods any\n'],
  ['9.8p1', 'refused', 'ClientAliveInterval +5\n'],
  ['9.8p1', 'refused', 'LoginGraceTime "1h 30m"\n'],
  ['9.8p1', 'refused', 'IPQoS 0x10\n'],
  ['9.7p1', 'accepted', 'PermitOpen none host:22\n'],
  ['9.8p1', 'refused', 'HostKeyAlgorithms ssh-dss\n'],
  ['9.9p1', 'refused', 'Match User = a\n'],
  ['9.9p1', 'refused', 'Match User=a\n'],
  ['9.9p2', 'accepted', 'Match User=a\n'],
  ['9.9p1', 'accepted', 'Match Invalid-User\n'],
  ['10.0p1', 'accepted', 'Match Version *\n'],
  ['10.0p1', 'refused', 'AllowUsers a@10.0.0.0/129\n'],
  ['10.1p1', 'refused', `#${'x'.repeat(4_128_800)}\n`],
  ['10.3p1', 'accepted', 'ClientAliveInterval 1.5\n'],
  ['10.3p1', 'accepted', 'PerSourcePenalties crash:2147483648\n'],
  ['10.3p1', 'refused', 'Subsystem a /a\nSubsystem a\n'],
  ['10.3p1', 'refused', 'ClientAliveInterval 1s2s\n'],
  ['10.4p1', 'refused', 'GSSAPIAuthentication no\n'],
  ['10.5p1', 'accepted', 'GSSAPIAuthentication no\n'],
  ['10.4p1', 'refused', 'PAMAuthenticationViaKBDInt no\n'],
  ['10.4p1', 'refused', 'Ciphers ,aes128-ctr\n'],
  ['10.4p1', 'refused', 'MACs +,\n'],
  ['10.4p1', 'refused', 'Match User a\nPAMServiceName x\n'],
  ['10.5p1', 'accepted', 'Match User a\nPAMServiceName x\n'],
];

describe('neighbouring releases', () => {
  test.each(
    BOUNDARIES.map(([since, outcome, text]) => [since, outcome, JSON.stringify(text.slice(0, 60)), text] as const),
  )('from %s on %s: %s', (since, outcome, _, text) => {
    const before = RELEASES[RELEASES.indexOf(since) - 1];
    const accepts = (release: string) => ourVerdict(text, release).accepted;
    expect([accepts(before ?? ''), accepts(since)]).toEqual(outcome === 'accepted' ? [false, true] : [true, false]);
  });
});

// Patches of one release that the facts found alike, and the names people use for a release.
test.each([
  ['7.1p1', '7.1p2'],
  ['7.2p1', '7.2p2'],
  ['9.3p1', '9.3p2'],
  ['10.0p1', '10.0p2'],
  ['10.0', '10.0p2'],
  ['9.9', '9.9p2'],
])('%s and %s are of one mind', (one, other) => {
  for (const [, , text] of BOUNDARIES) {
    if (text.length > 100_000) continue;
    expect(ourVerdict(text, one), text).toEqual(ourVerdict(text, other));
  }
});
