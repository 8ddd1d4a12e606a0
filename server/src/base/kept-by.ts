// A value that is worked out once for the object it belongs to, and lives as long.

/** The same function; what it came to is kept by its argument. */
export function keptBy<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** The same for two objects together. */
export function keptByBoth<A extends object, B extends object, V>(
  make: (one: A, other: B) => V,
): (one: A, other: B) => V {
  const ofOne = keptBy((one: A) => keptBy((other: B) => make(one, other)));
  return (one, other) => ofOne(one)(other);
}
