// Seconds in words. Knows no directive and reads no text.

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Up to this, hours are easier to compare than days and hours. */
const LONGEST_IN_HOURS = 3 * DAY;

/** A whole number of seconds as people say it: `45 s`, `1 min 40 s`, `27 h 48 min 20 s`, `5 days`. */
export function durationInWords(seconds: number): string {
  const inDays = seconds > LONGEST_IN_HOURS;
  const days = inDays ? Math.floor(seconds / DAY) : 0;
  const rest = seconds - days * DAY;
  const parts = [
    part(days, days === 1 ? 'day' : 'days'),
    part(Math.floor(rest / HOUR), 'h'),
    part(Math.floor((rest % HOUR) / MINUTE), 'min'),
    part(rest % MINUTE, 's'),
  ].filter((one) => one !== '');
  return parts.length === 0 ? '0 s' : parts.join(' ');
}

function part(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}`;
}
