// The sftp-server of another system is named.
import { SFTP_SERVERS } from '../../catalog/sftp-server';
import { isAccepted, writing } from '../accepted-lines';
import { defineRule, ofKeyword } from '../rule';

export const sftpServerElsewhere = defineRule({
  id: 'sftp-server-elsewhere',
  category: 'portability',
  severity: 'warning',
  since: '0.2.0',
  summary: 'The sftp-server of another system is named.',
  references: ['sshd_config(5), Subsystem'],
  lines: ofKeyword('Subsystem'),
  *checkLine(placed, snapshot) {
    const [name, program] = placed.line.words;
    if (name?.value !== 'sftp' || program === undefined) return;
    const usual = SFTP_SERVERS[snapshot.catalog.target.vendor ?? ''];
    if (usual === undefined || usual.includes(program.value) || !isAccepted(placed, snapshot)) return;
    if (!Object.values(SFTP_SERVERS).some((paths) => paths.includes(program.value))) return;
    yield {
      range: program,
      message: `${snapshot.catalog.target.label} brings no such file along: unless it was put there, sftp and scp fail. Write \`${usual[0]}\`, or \`internal-sftp\`, which is everywhere.`,
      fixes: [writing(program, 'internal-sftp'), { ...writing(program, usual[0] ?? ''), preferred: false }],
    };
  },
});
