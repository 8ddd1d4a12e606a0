// The rules of this folder: what other systems read differently. A new rule is one line here.
export { sftpServerElsewhere } from './sftp-server-elsewhere';
export { vendorKeyword } from './vendor-keyword';
export { windowsPath } from './windows-path';
