import type { ArchivedCall, CallLogRestorer, RestoreCalls, RestoreDecision, Restored } from '@callstitch/application';
import { decideRestore } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { knownConversations } from '../book/known-conversations.js';
import { ensurePartitions, forgetPartitions } from '../partitions.js';
import { ownersOf } from './owners-of.js';
import { writeRestored } from './write-restored.js';

/** What PostgreSQL says when two transactions met: unique violation, serialisation failure, deadlock; or a month is gone. */
const MET_ANOTHER: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01', '23514']);

const MOST_TRIES = 10;

/** Brings archived calls back in PostgreSQL, in one transaction for each batch, while no purge runs. */
export class PostgresCallLogRestorer implements CallLogRestorer {
  constructor(private readonly pool: Pool) {}

  async alone<Result>(work: (restore: RestoreCalls) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('select pg_advisory_lock($1, 0)', [ADVISORY_LOCKS.purge]);
      await refuseUnfinished(client);
      return await work((calls, { dryRun }) => this.restore(client, calls, dryRun));
    } finally {
      // The lock ends with the connection.
      client.release(true);
    }
  }

  private async restore(client: ClientBase, calls: readonly ArchivedCall[], dryRun: boolean): Promise<Restored> {
    for (let tries = 1; ; tries++) {
      await ensurePartitions(
        this.pool,
        calls.map(({ callLog }) => callLog.startedAt),
      );
      try {
        await client.query('begin');
        const decisions = await restoreAll(client, calls);
        await client.query(dryRun ? 'rollback' : 'commit');
        return {
          restored: decisions.reduce((sum, { restored }) => sum + restored.length, 0),
          known: decisions.reduce((sum, { known }) => sum + known, 0),
          conflicts: decisions.flatMap(({ conflicts }) => conflicts),
        };
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        forgetPartitions(this.pool);
        if (!MET_ANOTHER.has((error as { readonly code?: unknown }).code) || tries === MOST_TRIES) throw error;
      }
    }
  }
}

async function restoreAll(client: ClientBase, calls: readonly ArchivedCall[]): Promise<readonly RestoreDecision[]> {
  const decisions: RestoreDecision[] = [];
  for (const source of new Set(calls.map(({ conversation }) => conversation.source))) {
    const own = calls.filter(({ conversation }) => conversation.source === source);
    const linkedids = own.flatMap(({ callLog }) => callLog.linkedids);
    const conversations = await knownConversations(client, source, linkedids, { lock: true });
    const owners = await ownersOf(
      client,
      own.map(({ callLog }) => callLog.id),
    );
    const decision = decideRestore(own, { conversations, owners });
    await writeRestored(client, source, decision.restored);
    decisions.push(decision);
  }
  return decisions;
}

async function refuseUnfinished(client: ClientBase): Promise<void> {
  const { rows } = await client.query("select from pg_inherits where inhparent = 'purged_call_log'::regclass limit 1");
  if (rows.length === 0) return;
  throw new CallstitchError(
    'PURGE_UNFINISHED',
    'A purge did not come to its end and its call logs are still on their way out; run callstitch purge --yes, then import again.',
  );
}
