import type { CallLog } from '@callstitch/domain';
import { newestFirst } from './newest-first.js';

/** The newest call log of each user with each peer; whoever is no user has no pairs. */
export function distinctPeers<Call extends CallLog>(calls: readonly Call[], ofUsers: readonly string[] | null): readonly Call[] {
  const wanted = ofUsers === null ? null : new Set(ofUsers.map((uuid) => uuid.toLowerCase()));
  const seen = new Set<string>();
  const isNew = (call: Call): boolean => {
    const pairs = call.participants.flatMap(({ userUuid, role }) => {
      const user = userUuid?.toLowerCase();
      if (user === undefined || wanted?.has(user) === false) return [];
      return [JSON.stringify([user, role === 'source' ? call.requested.number : call.source.number])];
    });
    const fresh = pairs.filter((pair) => !seen.has(pair));
    fresh.forEach((pair) => seen.add(pair));
    return fresh.length > 0;
  };
  return [...calls].sort(newestFirst).filter(isNew);
}
