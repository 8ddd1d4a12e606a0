// The rules of this folder: what makes idle sessions freeze, healthy ones end or dead ones stay. A new rule is one line here.
export { keepaliveAllOff } from './keepalive-all-off';
export { keepaliveCountHalved } from './keepalive-count-halved';
export { keepaliveCountmaxWithoutInterval } from './keepalive-countmax-without-interval';
export { keepaliveCountmaxZeroKillsLiveSessions } from './keepalive-countmax-zero-kills-live-sessions';
export { keepaliveCountmaxZeroNeverDisconnects } from './keepalive-countmax-zero-never-disconnects';
export { keepaliveDisabled } from './keepalive-disabled';
export { keepaliveFractionalInterval } from './keepalive-fractional-interval';
export { keepaliveIntervalDoubled } from './keepalive-interval-doubled';
export { keepaliveIntervalExceedsNat } from './keepalive-interval-exceeds-nat';
export { keepaliveIntervalThinMargin } from './keepalive-interval-thin-margin';
export { keepaliveIntervalZero } from './keepalive-interval-zero';
export { keepaliveSwallowedByMatch } from './keepalive-swallowed-by-match';
export { keepaliveWindowTooLong } from './keepalive-window-too-long';
export { keepaliveWindowTooShort } from './keepalive-window-too-short';
export { tcpkeepaliveOnlyDetector } from './tcpkeepalive-only-detector';
