const WITHIN_MS = 60_000;
const MOST = 5;

/** Adds a crash of the server to those of the last minute; too many of them, and starting it again is no remedy. */
export function countCrash(earlier: readonly number[], nowMs: number, lastWords: () => string): number[] {
  const crashes = [...earlier.filter((at) => at > nowMs - WITHIN_MS), nowMs];
  if (crashes.length <= MOST) return crashes;
  throw new Error(`PostgreSQL died ${crashes.length} times within a minute, and is not started again: ${lastWords()}`);
}
