import type { ClientBase } from 'pg';

/** What PostgreSQL says when two transactions met: serialisation failure, deadlock. */
const MET_ANOTHER: ReadonlySet<unknown> = new Set(['40001', '40P01']);

const MOST_TRIES = 10;

/** Does some work in one transaction, again when it met another one, and says for how many milliseconds it held its locks. */
export async function lockedTransaction<Result>(
  client: ClientBase,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly lockedMs: number }> {
  for (let tries = 1; ; tries++) {
    const before = performance.now();
    try {
      // A batch that a crash undoes is done again; what must not be lost before files go is written down by then.
      await client.query('begin; set local synchronous_commit = off');
      const result = await work();
      await client.query('commit');
      return { result, lockedMs: performance.now() - before };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (!MET_ANOTHER.has((error as { readonly code?: unknown }).code) || tries === MOST_TRIES) throw error;
    }
  }
}
