import { liveClaimsContract, liveGenerationContract } from '@callstitch/application/testing';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { generationSubject } from '../testing/generation-subject.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresLiveClaims } from './postgres-live-claims.js';

const toClose: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

describe('on PostgreSQL', () => {
  liveGenerationContract(
    async (cels) => {
      const subject = await generationSubject(cels);
      toClose.push(subject.close);
      return { ...subject, claims: new PostgresLiveClaims(subject.pool) };
    },
    { test, expect },
  );

  liveClaimsContract(
    async () => {
      const url = await migratedDatabase();
      const nodes: Database[] = [await openDatabase({ url }), await openDatabase({ url })];
      toClose.push(...nodes.map(({ close }) => close));
      const [one, other] = nodes.map(({ pool }) => new PostgresLiveClaims(pool)) as [PostgresLiveClaims, PostgresLiveClaims];
      return { one, other };
    },
    { test, expect },
  );

  test('claims of a node that is gone are anybody’s', async () => {
    const url = await migratedDatabase();
    const [one, other] = [await openDatabase({ url }), await openDatabase({ url })];
    toClose.push(one.close, other.close);
    const lost = await new PostgresLiveClaims(one.pool).claim('default', ['a'] as never[]);
    // Until it is gone, which takes a busy server a moment.
    await other.pool.query(
      `select pg_terminate_backend(pid, 20000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
    );
    const taken = await new PostgresLiveClaims(other.pool).claim('default', ['a'] as never[]);
    expect([...taken.linkedids]).toEqual(['a']);
    await taken.release();
    await lost.release();
  });
});
