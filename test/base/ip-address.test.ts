// Addresses as getaddrinfo() with numeric hosts reads them, networks as addr_pton_cidr() of addr.c does.
import { expect, test } from 'vitest';
import { ipAddress, network } from '../../server/src/base/ip-address';

const v4 = (bits: number) => ({ family: 4, bits: BigInt(bits) });
const v6 = (bits: bigint) => ({ family: 6, bits });

test.each([
  ['1.2.3.4', 0x01020304],
  ['255.255.255.255', 0xffffffff],
  ['0', 0],
  ['127.1', 0x7f000001],
  ['10.1.2', 0x0a010002],
  ['0x7f.1', 0x7f000001],
  ['0x7f000001', 0x7f000001],
  ['0X7F.1', 0x7f000001],
  ['017.0.0.1', 0x0f000001],
  ['4294967295', 0xffffffff],
  ['1.16777215', 0x01ffffff],
])('inet_aton() form %s', (text, bits) => {
  expect(ipAddress(text)).toEqual(v4(bits));
});

test.each([
  '',
  '.',
  '1.',
  '1.2.3.4.5',
  '256.1.1.1',
  '1.2.3.256',
  '1.16777216',
  '4294967296',
  '08.1.1.1',
  '0x',
  '0xg',
  '1.2.3.4 ',
  ' 1.2.3.4',
  '-1',
  'a',
  '1.2.3.*',
  '1.2.3.4/8',
])('%j is no address', (text) => {
  expect(ipAddress(text)).toBeUndefined();
});

test.each([
  ['::', 0n],
  ['::1', 1n],
  ['1::', 1n << 112n],
  ['2001:db8::1', (0x20010db8n << 96n) | 1n],
  ['2001:DB8::1', (0x20010db8n << 96n) | 1n],
  ['1:2:3:4:5:6:7:8', 0x00010002000300040005000600070008n],
  ['1:2:3:4:5:6:7::', 0x00010002000300040005000600070000n],
  ['::ffff:1.2.3.4', 0xffff01020304n],
  ['1:2:3:4:5:6:1.2.3.4', 0x00010002000300040005000601020304n],
  ['fe80::1%eth0', (0xfe80n << 112n) | 1n],
])('IPv6 %s', (text, bits) => {
  expect(ipAddress(text)).toEqual(v6(bits));
});

test.each([
  ':',
  ':::',
  '1:2:3',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '12345::',
  'g::',
  '::1%',
  '::1.2.3',
  '1.2.3.4::',
  '::256.1.1.1',
  '::1/64',
])('%j is no IPv6 address', (text) => {
  expect(ipAddress(text)).toBeUndefined();
});

test('networks', () => {
  expect(network('10.0.0.0/8')).toEqual({ kind: 'network', address: v4(0x0a000000), length: 8 });
  expect(network('1.2.3.4')).toEqual({ kind: 'network', address: v4(0x01020304), length: 32 });
  expect(network('0.0.0.0/0')).toMatchObject({ kind: 'network', length: 0 });
  expect(network('::1')).toMatchObject({ kind: 'network', length: 128 });
  expect(network('2001:db8::/32')).toMatchObject({ kind: 'network', length: 32 });
});

test.each([
  ['10.0.0.1/8', '10.0.0.0/8'],
  ['10.1.2.3/31', '10.1.2.2/31'],
  ['1.2.3.4/0', '0.0.0.0/0'],
  ['2001:db8::1/32', '2001:db8::/32'],
  ['::1/127', '::/127'],
  ['fe80::1:0:0:1/64', 'fe80::/64'],
])('host bits of %s: %s is meant', (text, meant) => {
  expect(network(text)).toEqual({ kind: 'host-bits', network: meant });
});

test('masks that are too long, and texts that are no network at all', () => {
  expect(network('10.0.0.0/33')).toEqual({ kind: 'mask-too-long', most: 32 });
  expect(network('10.0.0.0/128')).toEqual({ kind: 'mask-too-long', most: 32 });
  for (const text of [
    '::/129',
    '10.0.0.0/',
    '10.0.0.0/a',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '10.*',
    'host',
    '',
    '/8',
    `${'0'.repeat(64)}/8`,
  ])
    expect(network(text), text).toEqual({ kind: 'other' });
});
