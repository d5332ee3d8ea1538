import { CallstitchError } from '@callstitch/domain';
import type { ArchivedCall } from '../archive/archived-call.js';
import type { CallLogRestorer, RestoreCalls, Restored } from '../archive/call-log-restorer.js';
import { decideRestore } from '../archive/decide-restore.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';
import type { MemoryPurgeStore } from './memory-purge-store.js';

/** Restores calls to a book in memory with the promises of the real one. */
export class MemoryCallLogRestorer implements CallLogRestorer {
  constructor(
    private readonly book: MemoryCallLogBook,
    private readonly purges: MemoryPurgeStore,
  ) {}

  alone<Result>(work: (restore: RestoreCalls) => Promise<Result>): Promise<Result> {
    return this.purges.alone(() => {
      if (this.purges.unfinished) return Promise.reject(new CallstitchError('PURGE_UNFINISHED', 'A purge did not come to its end.'));
      return work((calls, { dryRun }) => this.restore(calls, dryRun));
    });
  }

  private async restore(calls: readonly ArchivedCall[], dryRun: boolean): Promise<Restored> {
    const sources = new Set(calls.map(({ conversation }) => conversation.source));
    let [restored, known] = [0, 0];
    const conflicts: Restored['conflicts'][number][] = [];
    for (const source of sources) {
      const own = calls.filter(({ conversation }) => conversation.source === source);
      const linkedids = own.flatMap(({ callLog }) => callLog.linkedids);
      const decision = decideRestore(own, { conversations: await this.book.known(source, linkedids), owners: this.book.owners() });
      if (!dryRun) for (const restoration of decision.restored) this.book.restore(restoration);
      restored += decision.restored.length;
      known += decision.known;
      conflicts.push(...decision.conflicts);
    }
    return { restored, known, conflicts };
  }
}
