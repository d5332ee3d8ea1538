import type { CallLog } from '@callstitch/domain';

/** A journey in short: what, who, from which second until which, and how it ended. */
export function journeyInShort({ journey, startedAt }: CallLog): string[] {
  const second = (at: number): number => (at - startedAt) / 1_000_000;
  return journey.map(
    ({ kind, parties, from, until, endedBy }) => `${kind} ${parties.join('+')} ${second(from)}-${second(until)} ${endedBy}`,
  );
}
