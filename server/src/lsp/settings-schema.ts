// The settings as people see them: names, limits and descriptions. package.json and the table of the README are made of this list;
// the defaults are DEFAULT_SETTINGS, and what a value does is for settings.ts and the core.
import { NAT_PROFILES } from '../catalog/nat-timeouts';
import { POLICIES } from '../catalog/policies';
import { SEVERITIES } from '../model/rule-settings';
import { DEFAULT_SETTINGS } from '../model/snapshot';

interface SettingBase {
  /** Without the section, e.g. `keepalive.interval`. */
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  /** `window` for what is not about a file, `machine` for what no workspace may set. */
  readonly scope?: 'window' | 'machine';
  /** Taken from a workspace only when it is trusted. */
  readonly restricted?: boolean;
}

/** One setting. */
export type Setting = SettingBase &
  (
    | { readonly type: 'integer'; readonly default: number; readonly minimum: number }
    | { readonly type: 'boolean'; readonly default: boolean }
    | {
        readonly type: 'string';
        readonly default: string;
        readonly enum: readonly string[];
        readonly enumDescriptions?: readonly string[];
      }
    | { readonly type: 'list'; readonly default: readonly string[]; readonly pattern: string; readonly fits: string }
    /** Names with a word each. */
    | {
        readonly type: 'map';
        readonly default: Readonly<Record<string, string>>;
        /** What a name looks like. */
        readonly pattern: string;
        readonly fits: string;
        readonly enum: readonly string[];
      }
    | {
        readonly type: 'string';
        readonly default: string;
        readonly pattern: string;
        /** What fits the pattern, in words. */
        readonly fits: string;
      }
  );

/** Settings that are shown together. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting[];
}

const { keepalive, inlayHints, codeLens, format } = DEFAULT_SETTINGS;
const profileNames = NAT_PROFILES.map(({ name }) => name);
const profiles = NAT_PROFILES.map(({ name, seconds, covers }) => `\`${name}\` (${seconds} s: ${covers})`);

/** Every setting of the section `sshdConfig`, in the order they are shown. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: 'Target',
    settings: [
      {
        name: 'target',
        type: 'string',
        default: 'auto',
        pattern: '^(auto|[a-z]+-\\d+(\\.\\d+)?|\\d+\\.\\d+(p\\d+)?)$',
        fits: 'auto, a release such as 10.5 or 9.9p1, or a system such as debian-12',
        description:
          'The sshd that files are judged for: an OpenSSH release (`10.5`, `9.9p1`) or a system (`debian-12`, `ubuntu-24.04`, `rhel-9`, `freebsd-14`, `macos-15`, `windows-9.5`). `auto` takes the system a file lies on where an `etc/os-release` stands beside it, else the newest release. A comment `# sshd-config: target=debian-12` in a file goes before this setting.',
      },
      {
        name: 'upgradeTo',
        type: 'string',
        default: '',
        pattern: '^(|[a-z]+-\\d+(\\.\\d+)?|\\d+\\.\\d+(p\\d+)?)$',
        fits: 'a release such as 10.5, a system such as debian-13, or nothing',
        description:
          'The sshd you are about to move to, named like `#sshdConfig.target#`. What it refuses, drops or reads differently is then reported beside what holds today.',
      },
      {
        name: 'roots',
        type: 'list',
        default: [],
        pattern: '.',
        fits: 'a folder',
        description:
          'Folders that stand for `/` of a server whose files are kept here: absolute, or relative to the workspace folder. The first that holds a file counts: its Includes are looked up below it, `etc/ssh/sshd_config` there is the main file (or `sshd_config` in the folder itself), and its `etc/os-release` tells the target. Not needed where the path shows it (`.../etc/ssh/...`), nor for a folder with `sshd_config` and `sshd_config.d` side by side.',
      },
      {
        name: 'knownKeywords',
        type: 'list',
        default: [],
        pattern: '^[A-Za-z][A-Za-z0-9]*$',
        fits: 'a keyword',
        description:
          'Keywords that your sshd knows although OpenSSH does not, as of a vendor or a patch of your own. They are not reported as unknown.',
      },
    ],
  },
  {
    title: 'Rules',
    settings: [
      {
        name: 'policy',
        type: 'string',
        default: DEFAULT_SETTINGS.rules.policy,
        enum: Object.keys(POLICIES),
        enumDescriptions: Object.values(POLICIES).map(({ title, text }) => `${title}: ${text}`),
        description:
          'Which advice is given beside what sshd refuses: ours (`recommended`), that of a hardening guide (`cis`, `stig`, `mozilla`, `bsi`, `ssh-audit`, `dev-sec`, `lynis`: what fails it is a warning; where it says nothing, ours holds), everything (`all`) or nothing (`none`).',
      },
      {
        name: 'rules',
        type: 'map',
        default: {},
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        fits: 'the id of a rule',
        enum: SEVERITIES,
        description:
          'Another severity for single rules, by id: `{ "keepalive-disabled": "off" }`. A rule that the policy leaves out is switched on by its severity. What sshd refuses stays an error.',
      },
    ],
  },
  {
    title: 'Keepalive',
    settings: [
      {
        name: 'keepalive.path',
        type: 'string',
        default: '',
        pattern: `^(|${profileNames.join('|')}|[1-9][0-9]*)$`,
        fits: `${profileNames.join(', ')}, a number of seconds, or nothing`,
        description: `What idle connections pass on the way to the server: ${profiles.join('; ')}; or an idle timeout in seconds. Once it is named, keepalive values are compared with it and missing keepalives become a warning. A comment \`# sshd-config: nat-timeout=350\` in a file goes before this setting.`,
      },
      {
        name: 'keepalive.interval',
        type: 'integer',
        default: 0,
        minimum: 0,
        description:
          '`ClientAliveInterval` to recommend, in seconds. `0` works one out from the path, the release and the wishes below; a number of your own is lowered only where the named path needs it.',
      },
      {
        name: 'keepalive.countMax',
        type: 'integer',
        default: 0,
        minimum: 0,
        description:
          '`ClientAliveCountMax` to recommend: how many probes in a row may stay unanswered. `0` works one out.',
      },
      {
        name: 'keepalive.lostProbes',
        type: 'integer',
        default: keepalive.lostProbes,
        minimum: 0,
        description:
          'How many probes in a row may be lost without harm. The recommended interval leaves room for so many within the idle timeout of the path, the recommended count bears them.',
      },
      {
        name: 'keepalive.shortestWindow',
        type: 'integer',
        default: keepalive.shortestWindow,
        minimum: 0,
        description:
          'A dead client is cut off after interval times (count + 1). Windows shorter than this many seconds are reported: a few lost packets would end a healthy session. Recommended values let sessions survive an outage of this length.',
      },
      {
        name: 'keepalive.longestWindow',
        type: 'integer',
        default: keepalive.longestWindow,
        minimum: 1,
        description:
          'Windows longer than this many seconds are reported: dead sessions would stay around. Recommended values end them by then where they can.',
      },
    ],
  },
  {
    title: 'Inlay Hints',
    settings: [
      {
        name: 'inlayHints.enabled',
        type: 'boolean',
        default: inlayHints.enabled,
        description:
          'Show behind lines what they come to, as when a dead client is cut off. `#editor.inlayHints.enabled#` must allow it too.',
      },
      {
        name: 'inlayHints.keepalive',
        type: 'boolean',
        default: inlayHints.keepalive,
        description: 'Show behind the keepalive lines that decide when probes are sent and a dead client is cut off.',
      },
      {
        name: 'inlayHints.times',
        type: 'boolean',
        default: inlayHints.times,
        description: 'Show times that are written in bare seconds in words.',
      },
      {
        name: 'inlayHints.matchBlocks',
        type: 'boolean',
        default: inlayHints.matchBlocks,
        description: 'Show behind a `Match` line of several criteria, or with exceptions, whom the block applies to.',
      },
      {
        name: 'inlayHints.includes',
        type: 'boolean',
        default: inlayHints.includes,
        description: 'Show behind an `Include` line how many files it finds.',
      },
      {
        name: 'inlayHints.lists',
        type: 'boolean',
        default: inlayHints.lists,
        description:
          'Show behind a list of algorithms that begins with `+`, `-` or `^`, or holds patterns, how many it comes to; the names are in the tooltip.',
      },
      {
        name: 'inlayHints.decidedBy',
        type: 'boolean',
        default: inlayHints.decidedBy,
        description: 'Show behind a line that has no effect which line decides instead.',
      },
      {
        name: 'inlayHints.defaults',
        type: 'boolean',
        default: inlayHints.defaults,
        description: 'Show the default of the target behind lines that say something else, commented-out ones too.',
      },
    ],
  },
  {
    title: 'Code Lens',
    settings: [
      {
        name: 'codeLens.keepalive',
        type: 'boolean',
        default: codeLens.keepalive,
        description:
          'Show above the keepalive lines that decide what they make sshd do. `#editor.codeLens#` must allow lenses.',
      },
      {
        name: 'codeLens.clientLines',
        type: 'boolean',
        default: codeLens.clientLines,
        description: "Show there too the lens that copies the client's lines for the same path.",
      },
      {
        name: 'codeLens.matchBlocks',
        type: 'boolean',
        default: codeLens.matchBlocks,
        description:
          'Show above a `Match` block a lens that opens the effective configuration of a connection it applies to.',
      },
    ],
  },
  {
    title: 'Formatting',
    settings: [
      {
        name: 'format.indentMatch',
        type: 'boolean',
        default: format.indentMatch,
        description: 'Indent the lines of a `Match` block, by the size of a tab in the editor.',
      },
      {
        name: 'format.keywordCase',
        type: 'string',
        default: format.keywordCase,
        enum: ['canonical', 'keep'],
        description: 'Write keywords and criteria as the manual spells them (`canonical`), or leave them (`keep`).',
      },
      {
        name: 'format.separator',
        type: 'string',
        default: format.separator,
        enum: ['space', 'align', 'keep'],
        description:
          'Between keyword and value: one blank (`space`), as many as it takes to line up the values of a paragraph (`align`), or what is there (`keep`).',
      },
      {
        name: 'format.blankLinesBetweenBlocks',
        type: 'integer',
        default: format.blankLinesBetweenBlocks,
        minimum: 0,
        description: 'Blank lines in front of a `Match` line and the comment right above it.',
      },
      {
        name: 'format.mostBlankLines',
        type: 'integer',
        default: format.mostBlankLines,
        minimum: 0,
        description: 'So many blank lines in a row are left; more are taken out.',
      },
    ],
  },
  {
    title: 'Installed sshd',
    settings: [
      {
        name: 'sshd.path',
        type: 'string',
        default: '',
        pattern: '^(|/.+|[A-Za-z]:[\\\\/].+)$',
        fits: 'an absolute path, or nothing',
        scope: 'machine',
        restricted: true,
        description:
          'The sshd that **Check with the Installed sshd** runs, as an absolute path. Empty: the first of `/usr/sbin/sshd`, `/usr/local/sbin/sshd`, `/opt/homebrew/sbin/sshd` and the folders of `PATH`; on Windows `C:\\Windows\\System32\\OpenSSH\\sshd.exe`.',
      },
      {
        name: 'sshd.checkOnSave',
        type: 'boolean',
        default: false,
        restricted: true,
        description:
          'Check a file with the installed sshd (`sshd -t` on a scratch copy) each time it is saved. In trusted workspaces only.',
      },
    ],
  },
  {
    title: 'Log',
    settings: [
      {
        name: 'trace.server',
        type: 'string',
        default: 'off',
        enum: ['off', 'messages', 'verbose'],
        scope: 'window',
        description:
          'How much of the talk between editor and server is written to the output. For those who work on the extension.',
      },
    ],
  },
];

/** The same without the groups. */
export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap(({ settings }) => settings);
