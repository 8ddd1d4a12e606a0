// HostKeyAlgorithms that none of the host keys can serve. Goes by the usual names of key files; what is in them nobody here reads.

import { scopedSetting } from '../../model/effective/scoped-setting';
import { decidingWhenRead, valueWhenRead } from '../../model/effective-config';
import { argumentRange, isHere } from '../places';
import { defineRule } from '../rule';

const KINDS: readonly (readonly [file: RegExp, algorithm: RegExp])[] = [
  [/ssh_host_rsa_key$/, /^(ssh-rsa|rsa-sha2-)/],
  [/ssh_host_ecdsa_key$/, /^ecdsa-sha2-/],
  [/ssh_host_ed25519_key$/, /^ssh-ed25519/],
  [/ssh_host_dsa_key$/, /^ssh-dss/],
];

export const hostKeyAlgorithmsWithoutKey = defineRule({
  id: 'host-key-algorithms-without-key',
  category: 'correctness',
  severity: 'warning',
  since: '0.2.0',
  summary: 'HostKeyAlgorithms of which none fits a host key: sshd starts, and nobody can connect.',
  references: ['https://man.openbsd.org/sshd_config#HostKeyAlgorithms', 'sshd.c: list_hostkey_types()'],
  *check(snapshot, { reads }) {
    reads('HostKeyAlgorithms', 'HostKey', 'HostKeyAgent');
    const line = decidingWhenRead(snapshot, 'HostKeyAlgorithms');
    if (line === undefined || !isHere(snapshot, line)) return;
    if (scopedSetting(snapshot.configuration, 'HostKeyAgent').by.length > 0) return;
    const files = scopedSetting(snapshot.configuration, 'HostKey').values.flatMap((value) => value.split(' '));
    const kinds = files.map((file) => KINDS.find(([name]) => name.test(file)));
    if (kinds.length === 0 || kinds.includes(undefined)) return;
    const algorithms = valueWhenRead(snapshot, 'HostKeyAlgorithms')?.split(',') ?? [];
    const isServed = ([, fitting]: (typeof KINDS)[number]) => algorithms.some((name) => fitting.test(name));
    if (algorithms.join('') === '' || kinds.some((kind) => kind !== undefined && isServed(kind))) return;
    const named = files.map((file) => `\`${file.slice(file.lastIndexOf('/') + 1)}\``).join(', ');
    yield {
      range: argumentRange(snapshot, line.placed),
      message: `None of these algorithms fits a host key (${named}): sshd starts, and no client can connect. Add an algorithm of one of the keys, or the HostKey that belongs to the list.`,
    };
  },
});
