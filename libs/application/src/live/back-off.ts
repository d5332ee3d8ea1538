const MOST_SECONDS = 32;

/** How long to wait after so many failures in a row: 1, 2, 4 … 32 seconds. */
export function backOffSeconds(failures: number): number {
  return Math.min(MOST_SECONDS, 2 ** (failures - 1));
}
