import type { Linkedid } from '@callstitch/domain';
import type { Generated } from '../generate/generate-options.js';
import { generateCallLogs } from '../generate/generate-call-logs.js';
import type { Gathered, GatheredArrivals, Waiter } from './gathered-arrivals.js';
import type { LiveOptions } from './live-options.js';

/** What the parts of live generation share. */
export interface LiveWork extends Pick<LiveOptions, 'claims' | 'generation'> {
  readonly gathered: GatheredArrivals;
  readonly onBatch: (generated: Generated) => void;
  readonly isStopped: () => boolean;
}

/** Conversations in one transaction. */
const MOST_AT_ONCE = 500;

/** Tells the conversations that were heard of, some of them by other nodes: what those have in hand waits for the next time. */
export async function tellGathered(work: LiveWork): Promise<void> {
  const taken = work.gathered.takeNamed();
  const left = new Set(taken.linkedids);
  try {
    for (const linkedids of piecesOf([...taken.linkedids])) {
      if (work.isStopped()) break;
      for (const linkedid of await tell(linkedids, work)) left.delete(linkedid);
    }
  } finally {
    settle(taken, left, work.gathered);
  }
}

async function tell(linkedids: readonly Linkedid[], { claims, generation, onBatch }: LiveWork): Promise<ReadonlySet<Linkedid>> {
  const options = await generation();
  const claim = await claims.claim(options.store.source, linkedids);
  try {
    if (claim.linkedids.size > 0) {
      onBatch(await generateCallLogs({ kind: 'linkedids', linkedids: [...claim.linkedids], onlyUnread: true }, options));
    }
    return claim.linkedids;
  } finally {
    await claim.release();
  }
}

function settle({ waiters }: Gathered, left: ReadonlySet<Linkedid>, gathered: GatheredArrivals): void {
  const waiting: Waiter[] = [];
  for (const waiter of waiters) {
    if (waiter.linkedids.some((linkedid) => left.has(linkedid))) waiting.push(waiter);
    else waiter.done();
  }
  if (left.size > 0) gathered.putBack({ linkedids: left, waiters: waiting });
}

function* piecesOf(linkedids: readonly Linkedid[]): Generator<readonly Linkedid[]> {
  for (let from = 0; from < linkedids.length; from += MOST_AT_ONCE) yield linkedids.slice(from, from + MOST_AT_ONCE);
}
