// Every keyword, value, criterion and token of the catalogue has a card at every target, and none shows a hole.
import { expect, test } from 'vitest';
import { type Catalog, catalogAt, type KnownDirective } from '../../server/src/catalog/catalog';
import { CLIENT_CRITERIA, CRITERIA } from '../../server/src/catalog/criteria';
import { DIRECTIVES } from '../../server/src/catalog/directives';
import { TARGETS } from '../../server/src/catalog/targets';
import { tokenCard, valueCard } from '../../server/src/features/hover-argument';
import { keywordCard } from '../../server/src/features/hover-directive';
import { criterionCard } from '../../server/src/features/hover-match';

const HOLES = /undefined|null|NaN|\[object|``|\.\.(?!\.|\/)|: *$/m;

function whole(name: string, card: { readonly value: string } | undefined): void {
  if (card === undefined) throw new Error(`${name} has no card`);
  const hole = HOLES.exec(card.value.replaceAll('...', '').replace('**Changes**', ''));
  expect(hole === null ? '' : `${name}: ${card.value}`).toBe('');
}

test('keywords, known at the target or not', () => {
  for (const target of TARGETS) {
    for (const { keyword } of DIRECTIVES) whole(`${keyword} at ${target.id}`, keywordCard(keyword, catalogAt(target)));
  }
});

test('values and tokens', () => {
  for (const target of TARGETS) {
    const catalog = catalogAt(target);
    for (const known of catalog.directives.filter((one) => one.status === 'supported')) checkArgument(known, catalog);
  }
});

function checkArgument({ keyword, argument, entry }: KnownDirective, catalog: Catalog): void {
  for (const { label } of argument.choices?.(catalog.target) ?? []) {
    const card = valueCard(keyword, label, catalog);
    if (card !== undefined) whole(`${keyword} ${label}`, card);
  }
  for (const value of Object.keys(entry.values ?? {})) whole(`${keyword} ${value}`, valueCard(keyword, value, catalog));
  const tokens = argument.tokens?.(catalog.target) ?? [];
  for (const token of tokens) whole(`${keyword} %${token}`, tokenCard(keyword, token, catalog));
}

test('criteria', () => {
  for (const target of TARGETS) {
    for (const name of [...CRITERIA.map((one) => one.name), ...Object.keys(CLIENT_CRITERIA)]) {
      whole(name, criterionCard(name, catalogAt(target)));
    }
  }
});
