// Words that every object has are in no table of ours.
import { expect, test } from 'vitest';
import { ownValue } from '../../server/src/base/own-value';
import { findingsOf } from '../kit/expect-findings';
import { snapshotFrom, targetOf } from '../kit/snapshot';

const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', 'isPrototypeOf'];

test('only what the table itself holds', () => {
  expect(ownValue({ yes: 1 }, 'yes')).toBe(1);
  for (const key of INHERITED) expect(ownValue({ yes: 1 }, key)).toBeUndefined();
});

test('words that every object has are words like others', () => {
  for (const word of INHERITED) {
    for (const target of ['10.5', '6.6']) {
      const refused = (line: string) =>
        findingsOf(snapshotFrom(`${line}\n`, { target })).filter((one) => one.severity === 'error');
      for (const line of [
        `${word} 1`,
        `Port ${word}`,
        `UsePAM ${word}`,
        `Match ${word} x`,
        `LogLevel ${word}`,
        `Ciphers ${word}`,
      ]) {
        expect(refused(line).length, `${targetOf(target).id}: ${line}`).toBeGreaterThan(0);
        for (const { message, fixes = [] } of refused(line))
          expect([message, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.newText))].join()).not.toMatch(
            /\[native code\]|undefined/,
          );
      }
      expect(() => refused(`AuthenticationMethods ${word}`)).not.toThrow();
    }
  }
});
