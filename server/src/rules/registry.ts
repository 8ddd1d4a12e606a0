// Every rule, by category and id. A new rule is one line here, one .ts and one .md in its category's folder.
import { algorithmListIgnoresGlobalLine } from './correctness/algorithm-list-ignores-global-line';
import { algorithmRemovalLeavesNothing } from './correctness/algorithm-removal-leaves-nothing';
import { algorithmRemovalMatchesNothing } from './correctness/algorithm-removal-matches-nothing';
import { allowusersAndAllowgroupsBoth } from './correctness/allowusers-and-allowgroups-both';
import { anyAfterMethods } from './correctness/any-after-methods';
import { authenticationMethodsDisabled } from './correctness/authentication-methods-disabled';
import { authenticationMethodsDisabledInMatch } from './correctness/authentication-methods-disabled-in-match';
import { badArgument } from './correctness/bad-argument';
import { badMatchCriteria } from './correctness/bad-match-criteria';
import { byteOrderMark } from './correctness/byte-order-mark';
import { channelTimeoutTypeUnknown } from './correctness/channel-timeout-type-unknown';
import { chrootDirectoryRelative } from './correctness/chroot-directory-relative';
import { commaInUserList } from './correctness/comma-in-user-list';
import { commandKeepsComment } from './correctness/command-keeps-comment';
import { commandKeepsQuotes } from './correctness/command-keeps-quotes';
import { commandUserWithoutCommand } from './correctness/command-user-without-command';
import { commandWithoutUser } from './correctness/command-without-user';
import { commandWithoutUserInMatch } from './correctness/command-without-user-in-match';
import { denyAllowConflict } from './correctness/deny-allow-conflict';
import { directiveAfterMatchLooksGlobal } from './correctness/directive-after-match-looks-global';
import { directiveNotAllowedInMatch } from './correctness/directive-not-allowed-in-match';
import { dropInNotRead } from './correctness/drop-in-not-read';
import { duplicateFirstValueWins } from './correctness/duplicate-first-value-wins';
import { duplicateLastValueWins } from './correctness/duplicate-last-value-wins';
import { duplicateListEntry } from './correctness/duplicate-list-entry';
import { emptiedAlgorithmList } from './correctness/emptied-algorithm-list';
import { emptyArgument } from './correctness/empty-argument';
import { emptyListIgnored } from './correctness/empty-list-ignored';
import { emptyMatchBlock } from './correctness/empty-match-block';
import { equalsSignAsName } from './correctness/equals-sign-as-name';
import { extraArgument } from './correctness/extra-argument';
import { fileCalledNone } from './correctness/file-called-none';
import { fileTooLarge } from './correctness/file-too-large';
import { hashCutsValue } from './correctness/hash-cuts-value';
import { includeFindsNothing } from './correctness/include-finds-nothing';
import { includeNeverMatches } from './correctness/include-never-matches';
import { includeRelativeNameLost } from './correctness/include-relative-name-lost';
import { ipqosNameMeansNone } from './correctness/ipqos-name-means-none';
import { lateInclude } from './correctness/late-include';
import { lineTooLong } from './correctness/line-too-long';
import { listenAddressConflict } from './correctness/listen-address-conflict';
import { listenAddressHostName } from './correctness/listen-address-host-name';
import { listenAddressPortInIpv6 } from './correctness/listen-address-port-in-ipv6';
import { listenAddressStar } from './correctness/listen-address-star';
import { listenaddressDuplicate } from './correctness/listenaddress-duplicate';
import { matchAddressBreaksConnections } from './correctness/match-address-breaks-connections';
import { matchAddressWithoutAddress } from './correctness/match-address-without-address';
import { matchAllReplacesGlobal } from './correctness/match-all-replaces-global';
import { matchBlankInList } from './correctness/match-blank-in-list';
import { matchCriteriaContradict } from './correctness/match-criteria-contradict';
import { matchHostNeedsUsedns } from './correctness/match-host-needs-usedns';
import { matchOnlyNegatedPattern } from './correctness/match-only-negated-pattern';
import { matchReplacesList } from './correctness/match-replaces-list';
import { matchUserWithHost } from './correctness/match-user-with-host';
import { matchVersionWithoutPrefix } from './correctness/match-version-without-prefix';
import { maxAuthTriesZero } from './correctness/max-auth-tries-zero';
import { maxSessionsZero } from './correctness/max-sessions-zero';
import { maxStartupsStartLost } from './correctness/max-startups-start-lost';
import { missingArgument } from './correctness/missing-argument';
import { netBlockSizeWithoutIpv6 } from './correctness/net-block-size-without-ipv6';
import { nulByte } from './correctness/nul-byte';
import { numberReadFromText } from './correctness/number-read-from-text';
import { numberTailIgnored } from './correctness/number-tail-ignored';
import { numericAccountName } from './correctness/numeric-account-name';
import { overlappingMatchFirstWins } from './correctness/overlapping-match-first-wins';
import { overruledByAnotherFile } from './correctness/overruled-by-another-file';
import { penaltyMinAboveMax } from './correctness/penalty-min-above-max';
import { percentTokenNotExpanded } from './correctness/percent-token-not-expanded';
import { percentTokenUnknown } from './correctness/percent-token-unknown';
import { permitUserEnvironmentPattern } from './correctness/permit-user-environment-pattern';
import { persourcepenaltiesReenabledBySubkey } from './correctness/persourcepenalties-reenabled-by-subkey';
import { portIgnoredByListenaddress } from './correctness/port-ignored-by-listenaddress';
import { rekeyLimitNoneClearsNothing } from './correctness/rekey-limit-none-clears-nothing';
import { relativeFileName } from './correctness/relative-file-name';
import { requiredRsaSizeOutOfRange } from './correctness/required-rsa-size-out-of-range';
import { shellVariableInFileName } from './correctness/shell-variable-in-file-name';
import { subsystemDefinedTwice } from './correctness/subsystem-defined-twice';
import { subsystemInMatchCrash } from './correctness/subsystem-in-match-crash';
import { subsystemInMatchWithoutCommand } from './correctness/subsystem-in-match-without-command';
import { tildeIsHomeOfRoot } from './correctness/tilde-is-home-of-root';
import { timeFractionDropped } from './correctness/time-fraction-dropped';
import { tooManyValues } from './correctness/too-many-values';
import { unclosedQuote } from './correctness/unclosed-quote';
import { unclosedQuoteDropsWords } from './correctness/unclosed-quote-drops-words';
import { unknownAlgorithm } from './correctness/unknown-algorithm';
import { unknownDirective } from './correctness/unknown-directive';
import { aliasDirective } from './deprecation/alias-directive';
import { obsoleteDirective } from './deprecation/obsolete-directive';
import { keepaliveAllOff } from './keepalive/keepalive-all-off';
import { keepaliveCountHalved } from './keepalive/keepalive-count-halved';
import { keepaliveCountmaxWithoutInterval } from './keepalive/keepalive-countmax-without-interval';
import { keepaliveCountmaxZeroKillsLiveSessions } from './keepalive/keepalive-countmax-zero-kills-live-sessions';
import { keepaliveCountmaxZeroNeverDisconnects } from './keepalive/keepalive-countmax-zero-never-disconnects';
import { keepaliveDisabled } from './keepalive/keepalive-disabled';
import { keepaliveFractionalInterval } from './keepalive/keepalive-fractional-interval';
import { keepaliveIntervalDoubled } from './keepalive/keepalive-interval-doubled';
import { keepaliveIntervalExceedsNat } from './keepalive/keepalive-interval-exceeds-nat';
import { keepaliveIntervalThinMargin } from './keepalive/keepalive-interval-thin-margin';
import { keepaliveIntervalZero } from './keepalive/keepalive-interval-zero';
import { keepaliveSwallowedByMatch } from './keepalive/keepalive-swallowed-by-match';
import { keepaliveWindowTooLong } from './keepalive/keepalive-window-too-long';
import { keepaliveWindowTooShort } from './keepalive/keepalive-window-too-short';
import { tcpkeepaliveOnlyDetector } from './keepalive/tcpkeepalive-only-detector';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  // correctness
  algorithmListIgnoresGlobalLine,
  algorithmRemovalLeavesNothing,
  algorithmRemovalMatchesNothing,
  allowusersAndAllowgroupsBoth,
  anyAfterMethods,
  authenticationMethodsDisabled,
  authenticationMethodsDisabledInMatch,
  badArgument,
  badMatchCriteria,
  byteOrderMark,
  channelTimeoutTypeUnknown,
  chrootDirectoryRelative,
  commaInUserList,
  commandKeepsComment,
  commandKeepsQuotes,
  commandUserWithoutCommand,
  commandWithoutUser,
  commandWithoutUserInMatch,
  denyAllowConflict,
  directiveAfterMatchLooksGlobal,
  directiveNotAllowedInMatch,
  dropInNotRead,
  duplicateFirstValueWins,
  duplicateLastValueWins,
  duplicateListEntry,
  emptiedAlgorithmList,
  emptyArgument,
  emptyListIgnored,
  emptyMatchBlock,
  equalsSignAsName,
  extraArgument,
  fileCalledNone,
  fileTooLarge,
  hashCutsValue,
  includeFindsNothing,
  includeNeverMatches,
  includeRelativeNameLost,
  ipqosNameMeansNone,
  lateInclude,
  lineTooLong,
  listenAddressConflict,
  listenAddressHostName,
  listenAddressPortInIpv6,
  listenAddressStar,
  listenaddressDuplicate,
  matchAddressBreaksConnections,
  matchAddressWithoutAddress,
  matchAllReplacesGlobal,
  matchBlankInList,
  matchCriteriaContradict,
  matchHostNeedsUsedns,
  matchOnlyNegatedPattern,
  matchReplacesList,
  matchUserWithHost,
  matchVersionWithoutPrefix,
  maxAuthTriesZero,
  maxSessionsZero,
  maxStartupsStartLost,
  missingArgument,
  netBlockSizeWithoutIpv6,
  nulByte,
  numberReadFromText,
  numberTailIgnored,
  numericAccountName,
  overlappingMatchFirstWins,
  overruledByAnotherFile,
  penaltyMinAboveMax,
  percentTokenNotExpanded,
  percentTokenUnknown,
  permitUserEnvironmentPattern,
  persourcepenaltiesReenabledBySubkey,
  portIgnoredByListenaddress,
  rekeyLimitNoneClearsNothing,
  relativeFileName,
  requiredRsaSizeOutOfRange,
  shellVariableInFileName,
  subsystemDefinedTwice,
  subsystemInMatchCrash,
  subsystemInMatchWithoutCommand,
  tildeIsHomeOfRoot,
  timeFractionDropped,
  tooManyValues,
  unclosedQuote,
  unclosedQuoteDropsWords,
  unknownAlgorithm,
  unknownDirective,
  // deprecation
  aliasDirective,
  obsoleteDirective,
  // keepalive
  keepaliveAllOff,
  keepaliveCountHalved,
  keepaliveCountmaxWithoutInterval,
  keepaliveCountmaxZeroKillsLiveSessions,
  keepaliveCountmaxZeroNeverDisconnects,
  keepaliveDisabled,
  keepaliveFractionalInterval,
  keepaliveIntervalDoubled,
  keepaliveIntervalExceedsNat,
  keepaliveIntervalThinMargin,
  keepaliveIntervalZero,
  keepaliveSwallowedByMatch,
  keepaliveWindowTooLong,
  keepaliveWindowTooShort,
  tcpkeepaliveOnlyDetector,
];
