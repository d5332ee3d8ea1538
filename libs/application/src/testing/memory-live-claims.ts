import type { Linkedid } from '@callstitch/domain';
import type { LiveClaim, LiveClaims } from '../live/live-claims.js';

/** Claims of nodes that share it. */
export class MemoryLiveClaims implements LiveClaims {
  private readonly claimed = new Set<string>();

  claim(source: string, linkedids: readonly Linkedid[]): Promise<LiveClaim> {
    const own = new Set(linkedids.filter((linkedid) => !this.claimed.has(`${source} ${linkedid}`)));
    for (const linkedid of own) this.claimed.add(`${source} ${linkedid}`);
    return Promise.resolve({
      linkedids: own,
      release: () => {
        for (const linkedid of own) this.claimed.delete(`${source} ${linkedid}`);
        return Promise.resolve();
      },
    });
  }
}
