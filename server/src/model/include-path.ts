// The path that one argument of Include stands for: the sInclude case of process_server_config_line_depth(). Finds no files.
import type { Target } from '../catalog/targets';

/** Where sshd looks for what is not absolute (SSHDIR of pathnames.h). */
export function configFolder({ vendor }: Target): string {
  return vendor === 'windows' ? 'C:/ProgramData/ssh' : '/etc/ssh';
}

/** The pattern as sshd hands it to glob(3). A `~` is not expanded there, so it finds nothing. */
export function includePath(argument: string, target: Target): string {
  if (argument.startsWith('/') || argument.startsWith('~')) return argument;
  if (target.vendor === 'windows' && /^[A-Za-z]:[\\/]/.test(argument)) return argument;
  // 8.2p1 puts the keyword in the place of a relative argument.
  const name = target.release === '8.2p1' ? 'Include' : argument;
  return `${configFolder(target)}/${name}`;
}
