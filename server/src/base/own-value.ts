// Tables asked with words that a user wrote: `constructor` and `toString` are in no table of ours, though every object has them.

/** The table's own value for `key`, or undefined. */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
