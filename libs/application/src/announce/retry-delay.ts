const FIRST_SECONDS = 1;
const MOST_SECONDS = 60;

/** How long a publisher waits after so many failures in a row: twice as long each time, up to a minute. */
export function retryDelaySeconds(failures: number): number {
  return Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.min(failures - 1, 10));
}
