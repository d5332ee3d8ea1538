/** When a call was over and when it was there, in milliseconds since the epoch; null for never. */
export interface Seen {
  readonly endedAt: number;
  readonly seenAt: number | null;
}

/** A call that is there so soon is never late. */
const IN_TIME_MS = 1_000;

/**
 * Seconds from a moment until all calls were there that had been over for a second; infinite when one never came. Nothing is caught up
 * before the first call is shown after that moment.
 */
export function caughtUpSeconds(calls: Iterable<Seen>, since: number): number {
  const late: { readonly from: number; readonly until: number }[] = [];
  let now = Infinity;
  for (const { endedAt, seenAt } of calls) {
    if (seenAt === null) return Infinity;
    if (seenAt >= since) now = Math.min(now, seenAt);
    late.push({ from: endedAt + IN_TIME_MS, until: seenAt });
  }
  if (now === Infinity) return 0;
  for (const { from, until } of late.sort((one, other) => one.from - other.from)) {
    if (from < now && until > now) now = until;
  }
  return (now - since) / 1_000;
}

/** The longest that any call took, in seconds. */
export function slowestSeconds(calls: Iterable<Seen>): number {
  let slowest = 0;
  for (const { endedAt, seenAt } of calls) slowest = Math.max(slowest, ((seenAt ?? Infinity) - endedAt) / 1_000);
  return slowest;
}
