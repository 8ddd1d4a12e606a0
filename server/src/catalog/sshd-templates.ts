// The texts sshd prints where it refuses a file, by argument kind or keyword, and by release. Data only; sshd-words.ts fills them in.
// {AT} is `FILE line N`, {KEYWORD} the keyword as written, {NAME} its own spelling, {ARG} the word meant, {ELEMENT} a part of it.
import type { Steps } from './versions';

/** Messages one below the other, each printed in a line of its own; undefined where the text is not known. */
export type Template = Steps<string | undefined>;

const always = (text: string): Template => [['6.6p1', text]];
/** From 8.7 on sshd names the keyword. */
const until87 = (before: string | undefined, since: string): Template => [
  ['6.6p1', before],
  ['8.7p1', since],
];

const MISSING = '{AT}: missing argument.';
const MISSING_87 = '{AT}: {KEYWORD} missing argument.';
const NAMED = until87('{AT}: Missing argument.', MISSING_87);
const FILE_NAMED = until87('{AT}: missing file name.', MISSING_87);
const NONE_GIVEN = '{AT}: no {KEYWORD} specified';
const FLAG_MISSING: Template = [
  ['6.6p1', '{AT}: missing yes/no argument.'],
  ['7.7p1', MISSING],
];
const FLAG_BAD: Template = [
  ['6.6p1', '{AT}: Bad yes/no argument: {ARG}'],
  ['7.7p1', '{AT}: unsupported option "{ARG}".'],
];
const NO_PATH = '{AT}: {NAME} must be an absolute path';
const KEX_BAD = "{AT}: Bad SSH2 KexAlgorithms '{ARG}'.";
const HOST_MISSING: Template = [
  ['6.6p1', '{AT}: missing host in {NAME}'],
  ['7.8p1', '{AT}: missing host in {LOWER}'],
  ['8.7p1', '{AT}: {KEYWORD} missing host'],
];
const emptied = (name: string, since85 = name): Template => [
  ['7.8p1', `assemble_algorithms: ${name}: invalid argument`],
  ['8.5p1', `assemble_algorithms: ${since85}: invalid argument`],
];
const upTo94 = (text: string): Template => [
  ['6.6p1', text],
  ['9.5p1', undefined],
];
const upTo76 = (text: string): Template => [
  ['6.6p1', text],
  ['7.7p1', undefined],
];

/** By `KIND/CASE` of an argument kind, `Keyword/CASE` where a keyword has words of its own, `* /CASE` for all, and the rule's name elsewhere. */
export const SSHD_TEMPLATES: Readonly<Record<string, Template>> = {
  // Any directive.
  '*/nothing': always('{AT}: no argument after keyword "{KEYWORD}"'),
  '*/extra': until87(
    '{AT}: garbage at end of line; "{ARG200}".',
    '{AT}: keyword {KEYWORD} extra arguments at end of line',
  ),
  '*/alone': always('{AT}: keyword {KEYWORD} "{ARG}" argument must appear alone.'),
  '*/empty-word': always('{AT}: keyword {KEYWORD} empty argument'),

  // Argument kinds.
  'yes-no/missing': FLAG_MISSING,
  'yes-no/bad': FLAG_BAD,
  'agent-socket-path/missing': always('{AT}: missing path.'),
  'agent-socket-path/bad': always('{AT}: invalid path.'),
  'agent-socket-path/user': always('{AT}: invalid user path.'),
  'agent-socket-path/shared': always('{AT}: invalid shared path.'),
  'user-environment/missing': [...FLAG_MISSING, ['8.7p1', MISSING_87]],
  'user-environment/bad': FLAG_BAD,
  'one-of/missing': always(MISSING),
  'one-of/bad': always('{AT}: unsupported option "{ARG}".'),
  'integer/missing': [
    ['6.6p1', '{AT}: missing integer value.'],
    ['7.7p1', '{AT}: integer value missing.'],
    ['8.7p1', '{AT}: {KEYWORD} integer value missing.'],
  ],
  'integer/bad': until87('{AT}: integer value {WHY}.', '{AT}: {KEYWORD} integer value {WHY}.'),
  'time/missing': always('{AT}: missing time value.'),
  'time/bad': always('{AT}: invalid time value.'),
  'path/missing': always('{AT}: missing file name.'),
  'path-list/missing': always(NONE_GIVEN),
  'include/missing': until87('{AT}: {NAME} missing filename argument', '{AT}: {KEYWORD} missing filename argument'),
  'port/missing': always('{AT}: missing port number.'),
  'port/bad': always('{AT}: Badly formatted port number.'),
  'address-list/missing': always(MISSING),
  'address-list/bad': always('{AT}: keyword {KEYWORD} invalid address argument.'),
  'octal-mask/missing': until87('{AT}: missing {NAME} argument.', MISSING_87),
  'octal-mask/bad': until87('{AT}: Bad mask.', '{AT}: Invalid {KEYWORD}.'),
  'max-startups/missing': until87('{AT}: Missing {NAME} spec.', MISSING_87),
  'max-startups/bad': until87('{AT}: Illegal {NAME} spec.', '{AT}: Invalid {KEYWORD} spec.'),
  'net-block-size/missing': until87(undefined, MISSING_87),
  'net-block-size/bad': until87(undefined, '{AT}: Invalid {KEYWORD} spec.'),
  'ip-qos/missing': until87('{AT}: Bad IPQoS value: (null)', MISSING_87),
  'ip-qos/empty': until87('{AT}: Bad IPQoS value: ', '{AT}: Bad {KEYWORD} value: '),
  'ip-qos/bad': until87('{AT}: Bad IPQoS value: {ARG}', '{AT}: Bad {KEYWORD} value: {ARG}'),
  'subsystem/missing': until87('{AT}: Missing subsystem name.', MISSING_87),
  'subsystem/command': [
    ['6.6p1', '{AT}: Missing subsystem command.'],
    ['10.3p1', MISSING_87],
  ],
  'protocol/bad': always("ignoring bad proto spec: '{ARG}'.\n{AT}: Bad protocol spec '{ARG}'."),
  'protocol/missing': always('{AT}: Missing argument.'),
  'group-patterns/missing': always(NONE_GIVEN),
  'group-patterns/bad': until87(undefined, '{AT}: empty {KEYWORD} pattern'),
  'user-patterns/missing': always(NONE_GIVEN),
  'user-patterns/bad': until87(
    '{AT}: invalid {NAME} pattern: "{ARG100}"',
    '{AT}: invalid {KEYWORD} pattern: "{ARG100}"',
  ),
  'environment-names/missing': always(NONE_GIVEN),
  'environment-names/bad': always('{AT}: Invalid environment name.'),
  'environment-assignments/missing': always(NONE_GIVEN),
  'environment-assignments/bad': always('{AT}: Invalid environment.'),
  'channel-timeouts/missing': always(NONE_GIVEN),
  'channel-timeouts/bad': always('{AT}: invalid channel timeout {ARG}'),
  'log-verbose/missing': always(NONE_GIVEN),
  'public-key-options/bad': until87(
    '{AT}: unsupported {NAME} option {ARG}',
    '{AT}: unsupported {KEYWORD} option {ARG}',
  ),
  'public-key-options/count': always('{AT}: bad {KEYWORD} max-pk-ok value: {ELEMENT}'),
  'penalties/missing': always(NONE_GIVEN),
  'penalties/bad': always('{AT}: unsupported {KEYWORD} keyword {ARG}'),
  'penalties/time': always('{AT}: invalid {KEYWORD} time value.'),
  'penalties/count': always('{AT}: {KEYWORD} value {WHY}.'),
  'host-ports/missing': [
    ['6.6p1', '{AT}: missing {NAME} specification'],
    ['7.8p1', '{AT}: missing {LOWER} specification'],
    ['8.7p1', MISSING_87],
  ],
  'host-ports/bad': [
    ['6.6p1', '{AT}: bad port number in {NAME}'],
    ['7.8p1', '{AT}: bad port number in {LOWER}'],
    ['8.7p1', '{AT}: {KEYWORD} bad port number'],
  ],
  'host-ports/host': HOST_MISSING,
  'listen-address/missing': always('{AT}: missing address'),
  'listen-address/bad': always('{AT}: bad address:port usage'),
  'listen-address/port': always('{AT}: bad port number'),
  'listen-address/syntax': until87('{AT}: bad {NAME} syntax', '{AT}: bad {KEYWORD} syntax'),
  'listen-address/rdomain': always('{AT}: bad routing domain'),
  'rest-of-line/missing': [['6.6p1', '{AT}: Missing argument.']],
  'rest-of-line/bad': until87(NO_PATH, '{AT}: {KEYWORD} must be an absolute path'),
  'rest-of-line/return': until87('{AT}: Invalid argument', '{AT}: Invalid {KEYWORD} argument'),
  'rekey-limit/missing': NAMED,
  'rekey-limit/tail': until87(
    "{AT}: Bad number '{ARG}': Invalid argument",
    "{AT}: Bad {KEYWORD} number '{ARG}': Invalid argument",
  ),
  'rekey-limit/scale': [
    ['6.6p1', "{AT}: Bad number '{ARG}': Numerical result out of range"],
    ['7.7p1', "{AT}: Bad number '{ARG}': Invalid argument"],
    ['8.7p1', "{AT}: Bad {KEYWORD} number '{ARG}': Invalid argument"],
  ],
  'rekey-limit/small': until87('{AT}: RekeyLimit too small', '{AT}: {KEYWORD} too small'),
  'rekey-limit/large': always('{AT}: RekeyLimit too large'),
  'rekey-limit/no-time': always('{AT}: missing time value.'),
  'rekey-limit/time': always('{AT}: invalid time value.'),
  'authentication-methods/missing': until87('{AT}: no {NAME} specified', NONE_GIVEN),
  'authentication-methods/alone': until87(
    '{AT}: "any" must appear alone in {NAME}',
    '{AT}: "any" must appear alone in {KEYWORD}',
  ),
  'authentication-methods/empty-list': until87(
    undefined,
    'empty authentication method list\n{AT}: invalid {KEYWORD} method list.',
  ),
  'authentication-methods/bad': until87(
    'Unknown authentication method "{ELEMENT}" in list\n{AT}: invalid authentication method list.',
    'Unknown authentication method "{ELEMENT}" in list\n{AT}: invalid {KEYWORD} method list.',
  ),
  'algorithm-list/missing': always('{AT}: Missing argument.'),
  'algorithm-list/bad': always("{AT}: Bad key types '{ARG}'."),
  'routing-domain/missing': [
    ['6.6p1', '{AT}: Missing argument.'],
    ['8.3p1', '{AT}: setting {NAME} not supported on this platform.'],
  ],
  'routing-domain/bad': [
    ['6.6p1', undefined],
    ['8.0p1', '{AT}: bad routing domain'],
    ['8.3p1', '{AT}: setting {NAME} not supported on this platform.'],
  ],
  'match/none': always('One or more attributes required for Match\n{AT}: Bad Match condition'),
  'match/all': always("'all' cannot be combined with other Match attributes\n{AT}: Bad Match condition"),
  'match/unknown': always('Unsupported Match attribute {ELEMENT}\n{AT}: Bad Match condition'),
  'match/value': always('Missing Match criteria for {ELEMENT}\n{AT}: Bad Match condition'),
  'match/port': always("Invalid LocalPort '{ELEMENT}' on Match line\n{AT}: Bad Match condition"),
  'match/Address': always("Invalid Match address argument '{ELEMENT}' at line {LINE}"),
  'match/LocalAddress': always("Invalid Match localaddress argument '{ELEMENT}' at line {LINE}"),

  // Keywords with words of their own.
  'IgnoreRhosts/missing': FLAG_MISSING,
  'IgnoreRhosts/bad': FLAG_BAD,
  'FingerprintHash/missing': NAMED,
  'FingerprintHash/bad': until87('{AT}: Invalid hash algorithm "{ARG}".', '{AT}: Invalid {KEYWORD} algorithm "{ARG}".'),
  'SyslogFacility/missing': always("{AT}: unsupported log facility '<NONE>'"),
  'SyslogFacility/empty': always("{AT}: unsupported log facility ''"),
  'SyslogFacility/bad': always("{AT}: unsupported log facility '{ARG}'"),
  'LogLevel/missing': always("{AT}: unsupported log level '<NONE>'"),
  'LogLevel/empty': always("{AT}: unsupported log level ''"),
  'LogLevel/bad': always("{AT}: unsupported log level '{ARG}'"),
  'PermitTunnel/missing': until87('{AT}: Missing yes/point-to-point/ethernet/no argument.', MISSING_87),
  'PermitTunnel/bad': until87(
    '{AT}: Bad yes/point-to-point/ethernet/no argument: {ARG}',
    '{AT}: bad {KEYWORD} argument {ARG}',
  ),
  'PerSourceMaxStartups/missing': until87(undefined, MISSING_87),
  'AuthorizedPrincipalsFile/missing': FILE_NAMED,
  'ChrootDirectory/missing': FILE_NAMED,
  'SecurityKeyProvider/missing': FILE_NAMED,
  'HostKeyAgent/missing': always('{AT}: missing socket name.'),
  'RevokedKeys/missing': [
    ['6.6p1', '{AT}: missing file name.'],
    ['10.3p1', NONE_GIVEN],
  ],
  'PAMServiceName/missing': always(MISSING),
  'AuthorizedKeysCommand/empty': always(NO_PATH),
  'AuthorizedPrincipalsCommand/empty': always(NO_PATH),
  'AuthorizedKeysCommand/missing': [['7.4p1', '{AT}: Missing argument.']],
  'AuthorizedPrincipalsCommand/missing': [['7.4p1', '{AT}: Missing argument.']],
  'AuthorizedKeysCommandUser/missing': [
    ['7.0p1', '{AT}: missing {NAME} argument.'],
    ['8.7p1', '{AT}: missing {KEYWORD} argument.'],
  ],
  'AuthorizedPrincipalsCommandUser/missing': [
    ['7.0p1', '{AT}: missing {NAME} argument.'],
    ['8.7p1', '{AT}: missing {KEYWORD} argument.'],
  ],
  'PermitOpen/alone': always('{AT}: none must appear alone on a {KEYWORD} line.'),
  'Ciphers/missing': NAMED,
  'Ciphers/bad': always("{AT}: Bad SSH2 cipher spec '{ARG}'."),
  'MACs/missing': NAMED,
  'MACs/bad': always("{AT}: Bad SSH2 mac spec '{ARG}'."),
  'KexAlgorithms/missing': NAMED,
  'KexAlgorithms/bad': always(`Unsupported KEX algorithm "{ELEMENT}"\n${KEX_BAD}`),
  'KexAlgorithms/empty-list': always(KEX_BAD),
  'KexAlgorithms/emptied': emptied('kex_algorithms'),
  'HostKeyAlgorithms/emptied': emptied('hostkeyalgorithms'),
  'HostbasedAcceptedKeyTypes/emptied': emptied('hostbased_key_types', 'hostbased_accepted_algos'),
  'HostbasedAcceptedAlgorithms/emptied': emptied('hostbased_key_types', 'hostbased_accepted_algos'),
  'PubkeyAcceptedKeyTypes/emptied': emptied('pubkey_key_types', 'pubkey_accepted_algos'),
  'PubkeyAcceptedAlgorithms/emptied': emptied('pubkey_key_types', 'pubkey_accepted_algos'),
  'CASignatureAlgorithms/emptied': emptied('ca_sign_algorithms'),

  // What no argument kind finds.
  'unknown-directive': always('{FILE}: line {LINE}: Bad configuration option: {KEYWORD}'),
  'directive-not-allowed-in-match': always("{AT}: Directive '{KEYWORD}' is not allowed within a Match block"),
  'unclosed-quote': always('{AT}: invalid quotes'),
  'line-too-long': always('{AT} too long'),
  'file-too-large': always('Configuration file is too large (have {ELEMENT}, max 4128768)'),
  'subsystem-defined-twice': always("{AT}: Subsystem '{ELEMENT}' already defined."),
  'command-without-user': always('{NAME} set without {NAME}User'),
  'authentication-methods-disabled': always('Disabled method "{ELEMENT}" in AuthenticationMethods list "{ARG}"'),
  'authentication-methods-unsatisfied': always(
    'AuthenticationMethods cannot be satisfied by enabled authentication methods',
  ),
  'listen-address-family': always('bad addr or host: {ELEMENT} (Address family for hostname not supported)'),
  'Port/too-late': always('{AT}: ports must be specified before ListenAddress.'),
  'AddressFamily/too-late': always('{AT}: address family must be specified before ListenAddress.'),
  'Port/too-many': always('{AT}: too many ports.'),
  'HostKey/too-many': upTo76('{AT}: too many host keys specified (max 256).'),
  'AllowUsers/too-many': upTo76('{AT}: too many allow users.'),
  'DenyUsers/too-many': upTo76('{AT}: too many deny users.'),
  'AllowGroups/too-many': upTo76('{AT}: too many allow groups.'),
  'AcceptEnv/too-many': upTo76('{AT}: too many allow env.'),
  'AuthorizedKeysFile/too-many': upTo76('{AT}: too many authorized keys files.'),
  'AuthenticationMethods/too-many': upTo76('{AT}: too many authentication methods.'),
  'Subsystem/too-many': upTo94('{AT}: too many subsystems defined.'),
};
