const GROUPED = new Intl.NumberFormat('en-US');

/** `1 row`, `2,983 rows`. */
export function count(number: number, noun: string): string {
  return `${GROUPED.format(number)} ${noun}${number === 1 ? '' : 's'}`;
}
