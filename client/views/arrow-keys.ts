// Arrow keys in a table: up and down lead to the next row that has something to press, Home and End to the first and the last.

const PRESSABLE = 'button, summary';

/** For the keydown event of a table. Tab still visits everything. */
export function moveByRows(event: Event): void {
  const { key, currentTarget, target } = event as KeyboardEvent;
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const all = Array.from(currentTarget.querySelectorAll<HTMLElement>(PRESSABLE));
  const at = all.indexOf(target);
  if (at < 0) return;
  const row = target.closest('tr');
  const elsewhere = (one: HTMLElement): boolean => one.closest('tr') !== row;
  const steps: Readonly<Record<string, () => HTMLElement | undefined>> = {
    ArrowDown: () => all.slice(at).find(elsewhere),
    ArrowUp: () => firstOfRow(all, all.slice(0, at).findLast(elsewhere)),
    Home: () => all[0],
    End: () => all.at(-1),
  };
  const next = steps[key]?.();
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function firstOfRow(all: readonly HTMLElement[], one: HTMLElement | undefined): HTMLElement | undefined {
  const row = one?.closest('tr');
  return all.find((other) => other.closest('tr') === row);
}
