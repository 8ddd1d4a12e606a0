// Every rule, by category and id. A new rule is one line here, one .ts and one .md in its category's folder.
import { anyAfterMethods } from './correctness/any-after-methods';
import { authenticationMethodsDisabled } from './correctness/authentication-methods-disabled';
import { badArgument } from './correctness/bad-argument';
import { badMatchCriteria } from './correctness/bad-match-criteria';
import { byteOrderMark } from './correctness/byte-order-mark';
import { commandWithoutUser } from './correctness/command-without-user';
import { directiveAfterMatchLooksGlobal } from './correctness/directive-after-match-looks-global';
import { directiveNotAllowedInMatch } from './correctness/directive-not-allowed-in-match';
import { duplicateFirstValueWins } from './correctness/duplicate-first-value-wins';
import { duplicateLastValueWins } from './correctness/duplicate-last-value-wins';
import { emptiedAlgorithmList } from './correctness/emptied-algorithm-list';
import { emptyArgument } from './correctness/empty-argument';
import { emptyMatchBlock } from './correctness/empty-match-block';
import { extraArgument } from './correctness/extra-argument';
import { fileTooLarge } from './correctness/file-too-large';
import { lineTooLong } from './correctness/line-too-long';
import { listenAddressConflict } from './correctness/listen-address-conflict';
import { matchAddressBreaksConnections } from './correctness/match-address-breaks-connections';
import { matchAddressWithoutAddress } from './correctness/match-address-without-address';
import { matchBlankInList } from './correctness/match-blank-in-list';
import { matchCriteriaContradict } from './correctness/match-criteria-contradict';
import { matchHostNeedsUsedns } from './correctness/match-host-needs-usedns';
import { matchOnlyNegatedPattern } from './correctness/match-only-negated-pattern';
import { matchUserWithHost } from './correctness/match-user-with-host';
import { matchVersionWithoutPrefix } from './correctness/match-version-without-prefix';
import { missingArgument } from './correctness/missing-argument';
import { nulByte } from './correctness/nul-byte';
import { persourcepenaltiesReenabledBySubkey } from './correctness/persourcepenalties-reenabled-by-subkey';
import { subsystemDefinedTwice } from './correctness/subsystem-defined-twice';
import { tooManyValues } from './correctness/too-many-values';
import { unclosedQuote } from './correctness/unclosed-quote';
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
  anyAfterMethods,
  authenticationMethodsDisabled,
  badArgument,
  badMatchCriteria,
  byteOrderMark,
  commandWithoutUser,
  directiveAfterMatchLooksGlobal,
  directiveNotAllowedInMatch,
  duplicateFirstValueWins,
  duplicateLastValueWins,
  emptiedAlgorithmList,
  emptyArgument,
  emptyMatchBlock,
  extraArgument,
  fileTooLarge,
  lineTooLong,
  listenAddressConflict,
  matchAddressBreaksConnections,
  matchAddressWithoutAddress,
  matchBlankInList,
  matchCriteriaContradict,
  matchHostNeedsUsedns,
  matchOnlyNegatedPattern,
  matchUserWithHost,
  matchVersionWithoutPrefix,
  missingArgument,
  nulByte,
  persourcepenaltiesReenabledBySubkey,
  subsystemDefinedTwice,
  tooManyValues,
  unclosedQuote,
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
