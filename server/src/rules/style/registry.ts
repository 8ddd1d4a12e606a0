// The rules of this folder: what makes a file hard to read. A new rule is one line here.
export { commentedOutSetting } from './commented-out-setting';
export { hostCertificateNone } from './host-certificate-none';
export { keywordSpelling } from './keyword-spelling';
export { matchBodyNotIndented } from './match-body-not-indented';
export { noneClearsNothing } from './none-clears-nothing';
export { saysTheDefault } from './says-the-default';
export { unusedSuppression } from './unused-suppression';
export { x11LinesWithoutX11 } from './x11-lines-without-x11';
