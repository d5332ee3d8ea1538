/** When a call was over and when it was there, in milliseconds since the epoch; null for never. */
export interface Seen {
  readonly endedAt: number;
  readonly seenAt: number | null;
}

/** A call that is there so soon is never late. */
const IN_TIME_MS = 1_000;

/** Seconds from a moment until the last call was there that came later than a second after its end; infinite when one never came. */
export function caughtUpSeconds(calls: Iterable<Seen>, since: number): number {
  let last = since;
  for (const { endedAt, seenAt } of calls) {
    if (seenAt === null) return Infinity;
    if (seenAt - endedAt > IN_TIME_MS) last = Math.max(last, seenAt);
  }
  return (last - since) / 1_000;
}

/** The longest that any call took, in seconds. */
export function slowestSeconds(calls: Iterable<Seen>): number {
  let slowest = 0;
  for (const { endedAt, seenAt } of calls) slowest = Math.max(slowest, ((seenAt ?? Infinity) - endedAt) / 1_000);
  return slowest;
}
