// How `sshd -T` writes values that may be written in more than one way. Data only.
import type { Keyword } from './directives';
import type { Steps } from './versions';

/** Words that stand for the same value, by keyword: the written word in lower case, and what is printed. Others are printed in lower case. */
export const PRINTED_WORDS: Readonly<Partial<Record<Keyword, Readonly<Record<string, Steps<string>>>>>> = {
  PermitRootLogin: {
    'prohibit-password': [
      ['7.0p1', 'without-password'],
      ['10.1p1', 'prohibit-password'],
    ],
    'without-password': [
      ['6.6p1', 'without-password'],
      ['10.1p1', 'prohibit-password'],
    ],
  },
  AllowTcpForwarding: { all: [['6.6p1', 'yes']] },
  AllowStreamLocalForwarding: { all: [['6.7p1', 'yes']] },
  Compression: {
    delayed: [
      ['6.6p1', 'delayed'],
      ['7.4p1', 'yes'],
    ],
  },
  LogLevel: { debug1: [['6.6p1', 'DEBUG']] },
};

/** Keywords whose words are printed in capitals. */
export const PRINTED_IN_CAPITALS: ReadonlySet<Keyword> = new Set(['LogLevel', 'SyslogFacility', 'FingerprintHash']);

/** The bits behind the names of IPQoS, in the order iptos2str() of misc.c looks them up: the first name of a value is printed. */
export const QOS_BITS: readonly (readonly [name: string, bits: number])[] = [
  ['af11', 0x28],
  ['af12', 0x30],
  ['af13', 0x38],
  ['af21', 0x48],
  ['af22', 0x50],
  ['af23', 0x58],
  ['af31', 0x68],
  ['af32', 0x70],
  ['af33', 0x78],
  ['af41', 0x88],
  ['af42', 0x90],
  ['af43', 0x98],
  ['cs0', 0x00],
  ['cs1', 0x20],
  ['cs2', 0x40],
  ['cs3', 0x60],
  ['cs4', 0x80],
  ['cs5', 0xa0],
  ['cs6', 0xc0],
  ['cs7', 0xe0],
  ['ef', 0xb8],
  ['va', 0xb0],
  ['le', 0x04],
  ['lowdelay', 0x10],
  ['throughput', 0x08],
  ['reliability', 0x04],
];

/** What the three old names of IPQoS mean: their bits, and nothing any more since 10.1. */
export const OLD_QOS_NAMES: readonly string[] = ['lowdelay', 'throughput', 'reliability'];
