// A value while it is being made: most are read-only afterwards.

/** The same type, open for writing. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
