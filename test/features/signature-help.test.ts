// Which part of an argument is being written.
import { describe, expect, test } from 'vitest';
import { SIGNATURES } from '../../server/src/catalog/arguments/signatures';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { signatureAt } from '../kit/expect-signature';

describe('the active part', () => {
  test.each([
    ['MaxStartups <|>', 'MaxStartups »START«[:RATE:FULL]'],
    ['MaxStartups 10:<|>30:100', 'MaxStartups START[:»RATE«:FULL]'],
    ['MaxStartups 10:30:1<|>', 'MaxStartups START[:RATE:»FULL«]'],
    ['RekeyLimit 1G<|>', 'RekeyLimit »SIZE« [TIME]'],
    ['RekeyLimit 1G <|>', 'RekeyLimit SIZE [»TIME«]'],
    ['IPQoS ef <|>', 'IPQoS INTERACTIVE [»BULK«]'],
    ['Subsystem sftp <|>', 'Subsystem NAME »COMMAND« [ARGUMENT ...]'],
    ['Subsystem sftp internal-sftp -f <|>', 'Subsystem NAME COMMAND [»ARGUMENT« ...]'],
    ['PermitOpen a:1 [::1]:<|>', 'PermitOpen HOST:»PORT« ...'],
    ['ListenAddress ::<|>', 'ListenAddress »ADDRESS«[:PORT]'],
    ['ListenAddress [::1]:<|>', 'ListenAddress ADDRESS[:»PORT«]'],
    ['ListenAddress [::1<|>', 'ListenAddress »ADDRESS«[:PORT]'],
    ['AllowUsers al<|>@x', 'AllowUsers »USER«[@HOST] ...'],
    ['AllowUsers bob alice@<|>', 'AllowUsers USER[@»HOST«] ...'],
    ['ChannelTimeout session:*=<|>', 'ChannelTimeout TYPE=»TIME« ...'],
    ['PerSourcePenalties authfail:<|>', 'PerSourcePenalties NAME:»VALUE« ...'],
    ['Ciphers +aes128-ctr,<|>', 'Ciphers [+|-|^]NAME[,»NAME« ...]'],
    ['AuthenticationMethods publickey,<|>', 'AuthenticationMethods METHOD[,»METHOD« ...]'],
    ['AuthenticationMethods publickey,password <|>', 'AuthenticationMethods »METHOD«[,METHOD ...]'],
    ['Match <|>', 'Match »CRITERION« VALUE ...'],
    ['Match User <|>', 'Match CRITERION »VALUE« ...'],
    ['Match User a,<|>', 'Match CRITERION »VALUE« ...'],
    ['Match User=<|>', 'Match CRITERION »VALUE« ...'],
    ['Match Invalid-User <|>', 'Match »CRITERION« VALUE ...'],
    ['PermitListen 80<|>', 'PermitListen [HOST:]»PORT« ...'],
    ['PermitListen a:1 localhost:<|>', 'PermitListen [HOST:]»PORT« ...'],
    ['AuthorizedKeysCommand /bin/x %u <|>', 'AuthorizedKeysCommand /PROGRAM [»ARGUMENT« ...]'],
    ['SetEnv "A=<|>"', 'SetEnv NAME=»VALUE« ...'],
  ])('%s', (marked, label) => expect(signatureAt(marked)?.label).toBe(label));

  test('says what it is for', () => expect(signatureAt('MaxStartups 10:<|>')?.says).toContain('percentage'));
});

test.each([
  'Port <|>',
  'RekeyLimit 1G 1h <|>',
  'ListenAddress 192.0.2.1 <|>',
  'ForceCommand x <|>',
  'Max<|>Startups 1',
  'MaxStartups 10 # <|>',
  '# MaxStartups <|>',
  'Nonsense <|>',
  'UsePAM <|>',
  '<|>',
])('nothing at %s', (marked) => expect(signatureAt(marked)).toBeUndefined());

test('every signature belongs to an argument kind or a keyword', () => {
  const kinds = new Set<string>(DIRECTIVES.flatMap(({ keyword, argument }) => [keyword, argument.name]));
  for (const name of Object.keys(SIGNATURES)) expect(kinds).toContain(name);
});
