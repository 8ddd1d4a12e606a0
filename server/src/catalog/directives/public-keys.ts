// Directives about the keys of users: which count, and where they are found. Data only.
import { path, pathList } from '../arguments/path';
import { restOfLine } from '../arguments/rest-of-line';
import { text } from '../arguments/text';
import { publicKeyOptions } from '../arguments/word-lists';
import { yesNo } from '../arguments/yes-no';
import { defineDirective } from '../directive';

export const publicKeys = [
  defineDirective({
    keyword: 'AuthorizedKeysCommand',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: restOfLine({ syntax: '/PATH [ARGUMENT ...]', absolute: true, tokensOf: 'AuthorizedKeysCommand' }),
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'none']],
    unreadOnceSet: [
      ['6.6p1', true],
      ['8.7p1', false],
    ],
    dumped: [
      ['6.6p1', 'set'],
      ['7.5p1', 'always'],
    ],
    summary: "Program that prints a user's authorized keys",
    text: 'Names a program that prints `authorized_keys` lines for the user who is logging in, for example from LDAP or an inventory. It needs an absolute path and a user to run as: without `AuthorizedKeysCommandUser` sshd refuses to start, and inside `Match` the missing partner is noticed only at login. The file and the folders above it must belong to root and be writable by nobody else. It adds to `AuthorizedKeysFile`, it does not replace it; set that one to `none` if only the program should count. Tokens such as `%u`, `%k` or `%f` are inserted without cleaning, so pass them as separate arguments and never through `sh -c`. The rest of the line is taken as it stands: do not quote the path, and since 8.7 do not put a comment behind it.',
    values: {
      none: 'Run no program; also cancels a global setting inside `Match`.',
    },
    changes: [
      ['6.9', 'The command may carry arguments.'],
      ['7.8', '`%U` (numeric user id) is available.'],
      ['8.7', 'A trailing `# comment` becomes part of the command.'],
      ['9.4', '`%C` and `%D` are available.'],
    ],
    seeAlso: ['AuthorizedKeysCommandUser', 'AuthorizedKeysFile', 'AuthorizedPrincipalsCommand', 'PubkeyAuthentication'],
    example: '/usr/local/bin/ssh-keys %u',
  }),
  defineDirective({
    keyword: 'AuthorizedKeysCommandUser',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: text({
      syntax: 'USER',
      tokensOf: 'AuthorizedKeysCommandUser',
      usual: [{ label: 'nobody', detail: 'an account without rights' }],
    }),
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'none']],
    dumped: [
      ['6.6p1', 'set'],
      ['7.5p1', 'always'],
    ],
    summary: 'Account that runs AuthorizedKeysCommand',
    text: 'The account under which `AuthorizedKeysCommand` runs; the two belong together and sshd does not start when a global command has no user. Use a dedicated system account with no other job rather than `root` or the person logging in. `sshd -t` does not check that the account exists: a typo shows up as failing key logins. `%u` stands for the user who is logging in.',
    values: {
      none: 'No account is named; an `AuthorizedKeysCommand` cannot be used then.',
    },
    seeAlso: ['AuthorizedKeysCommand', 'AuthorizedPrincipalsCommandUser'],
    example: 'sshkeys',
  }),
  defineDirective({
    keyword: 'AuthorizedKeysFile',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: pathList({
      expansion: 'home',
      noneAloneSince: '10.3p1',
      tokensOf: 'AuthorizedKeysFile',
      usual: [
        { label: '.ssh/authorized_keys', detail: "in the user's home" },
        { label: '/etc/ssh/authorized_keys/%u', detail: 'a file for each user, out of their reach' },
      ],
    }),
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', '.ssh/authorized_keys .ssh/authorized_keys2']],
    summary: "Files that hold a user's authorized public keys",
    text: "Lists the files in which sshd looks for a user's public keys; a name that does not start with `/` is taken from the user's home directory. Do not write `~` or `$HOME`: `~` means the home of the account running sshd (root) and `$HOME` is not expanded, so use `%h` or a plain relative name. An absolute path needs `%u`, `%h` or `%U`, otherwise the same keys open every account. The default reads two files, and the forgotten second one, `authorized_keys2`, is an easy hiding place for a key. Only the first line counts, so put several files on one line. `StrictModes` rejects files that others can write to.",
    values: {
      none: 'Read no files; keys can then only come from `AuthorizedKeysCommand` or a trusted CA. Must stand alone.',
    },
    changes: [
      ['7.7', 'The limit of 256 files was lifted.'],
      ['7.8', '`%U` (numeric user id) is available.'],
      ['10.0', 'The names may be glob patterns.'],
      ['10.3', '`none` next to other names is refused.'],
    ],
    seeAlso: ['AuthorizedKeysCommand', 'StrictModes', 'TrustedUserCAKeys', 'RevokedKeys', 'PubkeyAuthentication'],
    example: '.ssh/authorized_keys',
  }),
  defineDirective({
    keyword: 'AuthorizedPrincipalsCommand',
    status: [['6.9p1', 'supported']],
    scope: [['6.9p1', 'all']],
    argument: restOfLine({ syntax: '/PATH [ARGUMENT ...]', absolute: true, tokensOf: 'AuthorizedPrincipalsCommand' }),
    // From 8.7 to 9.3 the test whether it is set already asks for AuthorizedKeysCommand instead.
    droppedBehind: [
      ['8.7p1', 'AuthorizedKeysCommand'],
      ['9.4p1', null],
    ],
    repeats: [
      ['6.9p1', 'first'],
      ['8.7p1', 'last'],
      ['9.4p1', 'first'],
    ],
    default: [['6.9p1', 'none']],
    unreadOnceSet: [
      ['6.6p1', true],
      ['8.7p1', false],
    ],
    dumped: [
      ['6.6p1', 'set'],
      ['7.5p1', 'always'],
    ],
    summary: 'Program that prints accepted certificate principals',
    text: 'Names a program that prints the principals accepted for the user who is logging in with a certificate, one per line as in `AuthorizedPrincipalsFile`. The rules are those of `AuthorizedKeysCommand`: absolute path, owned by root, not writable by others, and `AuthorizedPrincipalsCommandUser` must be set or sshd does not start (inside `Match` this is not checked in advance). It matters only for certificates signed by a CA in `TrustedUserCAKeys`. Tokens such as `%i` (key id), `%s` (serial) and `%u` are inserted without cleaning, so pass them as separate arguments. The rest of the line is taken literally, so do not quote the path.',
    values: {
      none: 'Run no program; also cancels a global setting inside `Match`.',
    },
    changes: [
      ['6.9', 'Introduced.'],
      ['7.8', '`%U` (numeric user id) is available.'],
      ['8.7', 'A trailing `# comment` becomes part of the command.'],
      ['9.4', '`%C` and `%D` are available.'],
    ],
    seeAlso: ['AuthorizedPrincipalsCommandUser', 'AuthorizedPrincipalsFile', 'TrustedUserCAKeys'],
    example: '/usr/local/bin/ssh-principals %u %i',
  }),
  defineDirective({
    keyword: 'AuthorizedPrincipalsCommandUser',
    status: [['6.9p1', 'supported']],
    scope: [['6.9p1', 'all']],
    argument: text({
      syntax: 'USER',
      tokensOf: 'AuthorizedPrincipalsCommandUser',
      usual: [{ label: 'nobody', detail: 'an account without rights' }],
    }),
    repeats: [['6.9p1', 'first']],
    default: [['6.9p1', 'none']],
    dumped: [
      ['6.6p1', 'set'],
      ['7.5p1', 'always'],
    ],
    summary: 'Account that runs AuthorizedPrincipalsCommand',
    text: 'The account under which `AuthorizedPrincipalsCommand` runs; a global command without it stops sshd at start. Choose a dedicated system account rather than `root`. `sshd -t` does not check that the account exists. `%u` stands for the user who is logging in.',
    values: {
      none: 'No account is named; an `AuthorizedPrincipalsCommand` cannot be used then.',
    },
    changes: [['6.9', 'Introduced.']],
    seeAlso: ['AuthorizedPrincipalsCommand', 'AuthorizedKeysCommandUser'],
    example: 'sshkeys',
  }),
  defineDirective({
    keyword: 'AuthorizedPrincipalsFile',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: path({
      expansion: 'home',
      tokensOf: 'AuthorizedPrincipalsFile',
      usual: [
        { label: '.ssh/authorized_principals', detail: "in the user's home" },
        { label: '/etc/ssh/auth_principals/%u', detail: 'a file for each user, out of their reach' },
      ],
    }),
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'none']],
    dumped: [
      ['6.6p1', 'set'],
      ['7.5p1', 'always'],
    ],
    summary: 'File listing accepted certificate principals per user',
    text: "Names a file with the certificate principals accepted for the account, one per line. Without it (and without `AuthorizedPrincipalsCommand`) a certificate from a `TrustedUserCAKeys` CA must carry the user name itself as a principal, so a shared CA that issues a principal `root` opens the root account. A relative name is taken from the user's home, where users could widen the list themselves; a root-owned path such as `/etc/ssh/principals/%u` keeps control with the admin. It has no effect on ordinary keys.",
    values: {
      none: 'No file: the certificate must name the user as principal. Also cancels a global value in `Match`.',
    },
    changes: [
      ['7.8', '`%U` (numeric user id) is available.'],
      ['10.0', 'The name may be a glob pattern.'],
      ['10.3', 'Certificates without any principal are refused.'],
    ],
    seeAlso: ['AuthorizedPrincipalsCommand', 'TrustedUserCAKeys', 'RevokedKeys'],
    example: '/etc/ssh/principals/%u',
  }),
  defineDirective({
    keyword: 'DSAAuthentication',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'global']],
    argument: yesNo,
    repeats: [['6.6p1', 'first']],
    aliasOf: [['6.6p1', 'PubkeyAuthentication']],
    summary: 'Misleading old alias of PubkeyAuthentication',
    text: 'An old alias of `PubkeyAuthentication`: `DSAAuthentication no` switches off every kind of public key, not only DSA. Unlike its target it cannot be used inside `Match`. Write `PubkeyAuthentication`; DSA keys need no switch of their own, they are off by default since 7.0.',
    values: {
      yes: 'Allow login with public keys of any type.',
      no: 'Refuse all public keys, not only DSA ones.',
    },
    seeAlso: ['PubkeyAuthentication', 'PubkeyAcceptedAlgorithms'],
    example: 'yes',
  }),
  defineDirective({
    keyword: 'PubkeyAuthentication',
    status: [['6.6p1', 'supported']],
    scope: [['6.6p1', 'all']],
    argument: yesNo,
    repeats: [['6.6p1', 'first']],
    default: [['6.6p1', 'yes']],
    summary: 'Whether users may log in with keys and certificates',
    text: 'Switches login with public keys (and user certificates) on or off. Turning it off removes the strongest method and, if passwords are off too, locks everybody out. If a key is refused although this is `yes`, look at the file rights (`StrictModes`), at `AuthorizedKeysFile`, at `PubkeyAcceptedAlgorithms` and at `RevokedKeys`: an unreadable revocation file refuses all keys. The old keyword `DSAAuthentication` is an alias of this one, so `DSAAuthentication no` switches off all keys.',
    values: {
      yes: 'keys and certificates are accepted',
      no: 'no login with keys or certificates',
    },
    seeAlso: ['AuthorizedKeysFile', 'PubkeyAcceptedAlgorithms', 'StrictModes', 'RevokedKeys', 'AuthenticationMethods'],
    example: 'yes',
  }),
  defineDirective({
    keyword: 'PubkeyAuthOptions',
    status: [['8.2p1', 'supported']],
    scope: [['8.2p1', 'all']],
    argument: publicKeyOptions,
    repeats: [['8.2p1', 'first']],
    default: [
      ['8.2p1', 'none'],
      ['10.6p1', 'none max-pk-ok:6'],
    ],
    summary: 'Extra demands on FIDO keys: touch or PIN',
    text: 'Sets conditions for logins with FIDO security keys (`sk-` types). `touch-required` insists that the user touched the token, `verify-required` that a PIN or a fingerprint was checked as well; both may be given. They apply to FIDO keys only, so other keys still log in unless `PubkeyAcceptedAlgorithms` excludes them. Keys created with `no-touch-required` stop working under `touch-required`. The same demands can be made per key in `authorized_keys`. Since 10.6 `max-pk-ok:COUNT` says about how many keys a client may ask before its questions count against `MaxAuthTries`.',
    values: {
      none: 'no extra demands',
      'touch-required': 'FIDO keys must prove that the token was touched',
      'verify-required': 'FIDO keys must prove that PIN or fingerprint was verified',
      'max-pk-ok:6': 'six keys may be asked about before questions count as failed attempts (the default)',
    },
    changes: [
      ['8.2', 'Introduced.'],
      ['8.4', '`verify-required` added.'],
      ['10.6', '`max-pk-ok:COUNT` added; questions about keys no longer count against `MaxAuthTries` at once.'],
    ],
    seeAlso: ['PubkeyAcceptedAlgorithms', 'SecurityKeyProvider', 'AuthorizedKeysFile'],
    example: 'verify-required',
  }),
] as const;
