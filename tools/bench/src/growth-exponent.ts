/** How long so many rows took. */
export interface Timed {
  readonly rows: number;
  readonly seconds: number;
}

/** How time grows with size: the slope between the smallest and the largest on logarithmic axes; 1 is linear, NaN one size. */
export function growthExponent(results: readonly Timed[]): number {
  const [least, ...others] = [...results].sort((one, other) => one.rows - other.rows);
  const most = others.at(-1);
  if (least === undefined || most === undefined || least.rows === most.rows) return Number.NaN;
  return Math.log(most.seconds / least.seconds) / Math.log(most.rows / least.rows);
}
