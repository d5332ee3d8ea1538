import type { Instant } from '@callstitch/domain';
import type { CelStore } from '../generate/cel-store.js';
import type { BookStatus, Run, RunBook } from '../read/book-status.js';
import { momentOf } from './a-call.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';

/** Records runs in memory; each takes a second. */
export class MemoryRunBook implements RunBook {
  /** Newest first. */
  runs: readonly Run[] = [];

  constructor(private readonly book: MemoryCallLogBook) {}

  begin(trigger: string, options: Run['options']): Promise<number> {
    const id = this.runs.length + 1;
    this.runs = [{ id, startedAt: momentOf(10_000 + 2 * id), endedAt: null, trigger, options, result: null, error: null }, ...this.runs];
    return Promise.resolve(id);
  }

  end(id: number, outcome: { readonly result: Readonly<Record<string, unknown>> } | { readonly error: string }): Promise<void> {
    this.runs = this.runs.map((run) => (run.id === id ? { ...run, ...outcome, endedAt: (run.startedAt + 1_000_000) as Instant } : run));
    return Promise.resolve();
  }

  async status(source: string, store: CelStore): Promise<BookStatus> {
    const { open, refused, unread } = this.book.state(source);
    const bounds = await store.bounds();
    const unreadRows = bounds === null ? 0 : await store.count(unread(bounds));
    return { callLogs: (await this.book.all()).length, unreadRows, open, refused, lastRuns: this.runs };
  }
}
