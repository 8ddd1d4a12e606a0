// Numbers as people read them.

/** `10,737,418,240`. By hand: toLocaleString() loads the languages of the world, 7 MB. */
export function grouped(value: number | bigint): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
