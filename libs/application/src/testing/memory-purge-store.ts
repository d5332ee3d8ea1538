import type { CallFilter, CallLog, Cel, Instant, Linkedid } from '@callstitch/domain';
import { matches } from '@callstitch/domain';
import type { ArchivedCall } from '../archive/archived-call.js';
import type { PurgePlan } from '../retention/purge-plan.js';
import { TenantTally } from '../retention/purge-report.js';
import type {
  CallMonth,
  MarkedRecording,
  PurgeBatch,
  PurgedCall,
  PurgeRun,
  PurgeSession,
  PurgeStore,
  StorePreview,
} from '../retention/purge-store.js';
import { momentOf } from './a-call.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';
import type { MemoryCelStore } from './memory-cel-store.js';

type StoredCall = CallLog & { readonly id: number };
type Marked = MarkedRecording & { readonly callLogId: number };

const MICROSECONDS_PER_MILLISECOND = 1_000;

/** Purges a book in memory with the promises of the real one. */
export class MemoryPurgeStore implements PurgeStore {
  private turn: Promise<unknown> = Promise.resolve();
  private runs: readonly PurgeRun[] = [];
  private readonly purged = new Map<number, PurgedCall>();
  private readonly marks = new Map<string, Marked>();
  private readonly promises = new Map<number, string>();
  private readonly taken: { readonly runId: number; readonly call: StoredCall }[] = [];

  constructor(
    private readonly book: MemoryCallLogBook,
    private readonly cels: MemoryCelStore,
    private readonly defaultTenantUuid: string,
  ) {}

  async preview(plan: PurgePlan): Promise<StorePreview> {
    const tally = new TenantTally();
    const calls = await this.calls();
    const picked = calls.filter((call) => matches(plan.callLogs, call));
    tally.add(
      'callLogs',
      picked.map(({ tenantUuid }) => [tenantUuid ?? '', 1] as const),
    );
    for (const call of calls) {
      if (!matches(plan.callLogs, call) && !matches(plan.recordings, call)) continue;
      tally.add(
        'recordings',
        call.recordings.flatMap(({ path }) => (path === null ? [] : [[call.tenantUuid ?? '', 1] as const])),
      );
    }
    tally.add(
      'recordings',
      [...this.marks.values()].map(({ tenantUuid }) => [tenantUuid, 1] as const),
    );
    const policies = plan.policies.map(({ policy, callLogs }) => ({
      policy,
      callLogs: calls.filter((call) => matches(callLogs, call) && !matches(plan.held, call)).length,
    }));
    const cels = plan.celsBefore === null ? [] : await this.oldCels(plan.celsBefore, plan.held);
    return { tenants: tally.result(), cels: cels.length, policies };
  }

  /** Whether a killed purge has left calls out of sight. */
  get unfinished(): boolean {
    return this.taken.length > 0;
  }

  /** Recordings whose files are to be removed, those of calls that are gone too. */
  get markedRecordings(): readonly (MarkedRecording & { readonly callLogId: number })[] {
    return [...this.marks.values()];
  }

  alone<Result>(work: (session: PurgeSession) => Promise<Result>): Promise<Result> {
    const result = this.turn.then(() => work(this.session()));
    this.turn = result.catch(() => null);
    return result;
  }

  why(callLogId: number): Promise<PurgedCall | null> {
    const call = this.purged.get(callLogId);
    return Promise.resolve(call === undefined ? null : { ...call, run: this.runs.find(({ id }) => id === call.run?.id) ?? null });
  }

  private async calls(): Promise<readonly StoredCall[]> {
    const all = await this.book.all();
    return all.map((call) => ({ ...call, id: call.id as number, tenantUuid: call.tenantUuid ?? this.defaultTenantUuid }));
  }

  private session(): PurgeSession {
    return {
      begin: (trigger, plan) => {
        const id = this.runs.length + 1;
        this.runs = [...this.runs, { id, startedAt: momentOf(20_000 + id), endedAt: null, trigger, plan, report: null, error: null }];
        return Promise.resolve(id);
      },
      end: (runId, outcome) => {
        this.runs = this.runs.map((run) => (run.id === runId ? { ...run, ...outcome, endedAt: momentOf(30_000 + runId) } : run));
        return Promise.resolve();
      },
      promiseArchive: (runId, place) => {
        this.promises.set(runId, place);
        return Promise.resolve();
      },
      promisedArchives: () =>
        Promise.resolve(
          [...this.promises].map(([runId, place]) => ({ runId, place, plan: (this.runs.find(({ id }) => id === runId) as PurgeRun).plan })),
        ),
      archived: (runId) => {
        this.promises.delete(runId);
        return Promise.resolve();
      },
      months: async () => monthsOf(await this.calls()),
      takeMonth: async (runId, month, filter) => {
        const calls = (await this.calls()).filter(within(month));
        if (!calls.every((call) => matches(filter, call))) return false;
        this.taken.push(...calls.map((call) => ({ runId, call })));
        return true;
      },
      purgeTaken: async (_after, limit, keepOf) => {
        const batch = this.taken.filter(({ runId }) => runId === this.taken[0]?.runId).slice(0, limit);
        const keep = batch[0] === undefined ? null : await keepOf(batch[0].runId);
        await keep?.(batch.map(({ call }) => this.archived(call)));
        this.taken.splice(0, batch.length);
        for (const { runId, call } of batch) this.purgeOne(runId, call);
        return batchOf(
          batch.map(({ call }) => call),
          this.taken.length > 0 ? 'more' : null,
        );
      },
      purgeCalls: async (runId, { month, filter, after, limit }, keep) => {
        const picked = (await this.calls()).filter(within(month)).filter((call) => matches(filter, call) && call.id > Number(after ?? 0));
        const batch = picked.slice(0, limit);
        await keep?.(batch.map((call) => this.archived(call)));
        for (const call of batch) this.purgeOne(runId, call);
        return batchOf(batch, picked.length > limit ? String(batch.at(-1)?.id) : null);
      },
      markRecordings: async (filter, limit) => {
        const picked = (await this.calls()).filter((call) => matches(filter, call) && this.mark(call, { dry: true }) > 0);
        return picked.slice(0, limit).reduce((sum, call) => sum + this.mark(call, { dry: false }), 0);
      },
      unmarkHeld: async (held) => {
        const ids = new Set((await this.calls()).filter((call) => matches(held, call)).map(({ id }) => id));
        for (const [key, { callLogId }] of this.marks) if (ids.has(callLogId)) this.marks.delete(key);
      },
      marked: (after, limit) => {
        const sorted = [...this.marks.values()].sort((one, other) => (one.uuid < other.uuid ? -1 : 1));
        return Promise.resolve(sorted.filter(({ uuid }) => after === null || uuid > after.uuid).slice(0, limit));
      },
      settle: async (recordings) => {
        for (const { uuid } of recordings) await this.settleOne(uuid);
      },
      purgeCels: async (before, held, { limit }) => {
        const old = await this.oldCels(before, held);
        const gone = new Set(old.slice(0, limit).map(({ id }) => id));
        await this.cels.purge(({ id }) => gone.has(id));
        return { tenants: new Map([['', gone.size]]), next: old.length > limit ? 'more' : null, lockedMs: 0 };
      },
    };
  }

  private archived(call: StoredCall): ArchivedCall {
    const conversation = this.book.conversationOf(call.id);
    if (conversation === null) throw new Error(`call log ${call.id} has no conversation`);
    const deletedMedia = [...this.marks.values()].filter(({ callLogId }) => callLogId === call.id);
    return {
      conversation,
      callLog: { ...call, tenantUuid: call.tenantUuid ?? this.defaultTenantUuid },
      deletedMedia: deletedMedia.map(({ uuid }) => ({ uuid, deletedAt: call.endedAt })),
    };
  }

  private purgeOne(runId: number, call: StoredCall): void {
    this.mark(call, { dry: false });
    this.book.purge(call.id);
    const run = this.runs.find(({ id }) => id === runId) ?? null;
    const { tenantUuid, conversationId } = call;
    this.purged.set(call.id, { callLogId: call.id, tenantUuid: tenantUuid ?? '', conversationId, purgedAt: momentOf(20_000), run });
  }

  private mark(call: StoredCall, { dry }: { readonly dry: boolean }): number {
    const files = call.recordings.flatMap(({ uuid, path }) =>
      uuid === null || path === null || this.marks.has(uuid) ? [] : [{ uuid, path }],
    );
    if (dry) return files.length;
    for (const { uuid, path } of files) {
      this.marks.set(uuid, { uuid, path, tenantUuid: call.tenantUuid ?? '', startedAt: call.startedAt, callLogId: call.id });
    }
    return files.length;
  }

  private async settleOne(uuid: string): Promise<void> {
    const call = await this.book.callLog(this.marks.get(uuid)?.callLogId ?? 0);
    this.marks.delete(uuid);
    if (call === null) return;
    this.book.replace({ ...call, recordings: call.recordings.map((one) => (one.uuid === uuid ? { ...one, path: null } : one)) });
  }

  private async oldCels(before: Instant, held: CallFilter): Promise<readonly Cel[]> {
    const { source } = this.cels;
    const bounds = await this.cels.bounds();
    const rows = bounds === null ? [] : (await this.cels.read(bounds)).cels;
    const heldIds = new Set((await this.calls()).filter((call) => matches(held, call)).map(({ id }) => id));
    const done = async (linkedid: Linkedid): Promise<boolean> => {
      const [own] = await this.book.known(source, [linkedid]);
      return own !== undefined && ['told', 'refused', 'purged'].includes(own.state) && !heldIds.has(own.callLogId ?? 0);
    };
    const old: Cel[] = [];
    for (const cel of rows) {
      const last = Math.max(...rows.filter(({ linkedid }) => linkedid === cel.linkedid).map(({ eventTime }) => eventTime));
      if (last < before && this.book.hasRead(source, cel.id) && (await done(cel.linkedid))) old.push(cel);
    }
    return old;
  }
}

const within =
  ({ from, until }: CallMonth) =>
  ({ startedAt }: CallLog): boolean =>
    startedAt >= from && startedAt < until;

function batchOf(calls: readonly StoredCall[], next: string | null): PurgeBatch {
  const tenants = new Map<string, number>();
  for (const { tenantUuid } of calls) tenants.set(tenantUuid ?? '', (tenants.get(tenantUuid ?? '') ?? 0) + 1);
  return { tenants, next, lockedMs: 0 };
}

function monthsOf(calls: readonly CallLog[]): readonly CallMonth[] {
  const starts = new Set(calls.map(({ startedAt }) => monthStart(startedAt, 0)));
  return [...starts].sort((one, other) => one - other).map((from) => ({ from, until: monthStart(from, 1) }));
}

function monthStart(at: Instant, later: number): Instant {
  const date = new Date(at / MICROSECONDS_PER_MILLISECOND);
  return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) * MICROSECONDS_PER_MILLISECOND) as Instant;
}
