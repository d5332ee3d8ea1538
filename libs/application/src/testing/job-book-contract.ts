import type { JobBook } from '../jobs/job-book.js';
import { LOST_RUN, RUNS_KEPT } from '../jobs/job-book.js';
import type { JobRun, NewJobRun } from '../jobs/job-run.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';

/** A book of jobs on test. */
export interface JobBookSubject {
  readonly book: JobBook;
  /** Lets a lease expire, as after a long silence of its holder. */
  readonly expire: (job: string) => Promise<void>;
}

const MINUTE = 60;

/** What every JobBook must do; the one in memory and the one on PostgreSQL run the same sentences. */
export function jobBookContract(subject: () => Promise<JobBookSubject>, { test, expect }: Runner): void {
  const opened = (name: string, run: (subject: JobBookSubject) => Promise<void>): void => test(name, async () => run(await subject()));
  const asked = (changed: Partial<NewJobRun> = {}): NewJobRun => ({
    job: 'purge',
    trigger: 'schedule',
    tick: momentOf(1_000),
    attempt: 0,
    holder: 'a',
    ...changed,
  });
  const runsOf = async (book: JobBook, job = 'purge'): Promise<readonly JobRun[]> => (await book.records([job], 200)).get(job)?.runs ?? [];
  const begun = async (book: JobBook, changed: Partial<NewJobRun> = {}): Promise<JobRun> => {
    const run = await book.begin(asked(changed));
    if (run === null) throw new Error('the run did not begin');
    return run;
  };

  opened('of six that want a lease at once one gets it', async ({ book }) => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    const taken = await Promise.all(six.map((holder) => book.take('purge', holder, MINUTE)));
    expect(taken.filter(Boolean).length).toEqual(1);
  });

  opened('a lease is of one job; given back it is anybody’s', async ({ book }) => {
    expect([await book.take('purge', 'a', MINUTE), await book.take('sweep', 'b', MINUTE)]).toEqual([true, true]);
    await book.release('purge', 'b');
    expect(await book.take('purge', 'b', MINUTE)).toEqual(false);
    await book.release('purge', 'a');
    expect(await book.take('purge', 'b', MINUTE)).toEqual(true);
  });

  opened('an expired lease is anybody’s, once; who had it can neither renew it nor begin nor give it back', async ({ book, expire }) => {
    await book.take('purge', 'a', MINUTE);
    expect(await book.renew('purge', 'a', MINUTE)).toEqual(true);
    await expire('purge');
    expect([await book.renew('purge', 'a', MINUTE), await book.begin(asked())]).toEqual([false, null]);
    const taken = await Promise.all(['b', 'c', 'd', 'e', 'f', 'g'].map((holder) => book.take('purge', holder, MINUTE)));
    expect(taken.filter(Boolean).length).toEqual(1);
    await book.release('purge', 'a');
    expect([await book.take('purge', 'h', MINUTE), await book.renew('purge', 'a', MINUTE)]).toEqual([false, false]);
  });

  opened('a run is recorded with what came of it', async ({ book }) => {
    expect(await runsOf(book)).toEqual([]);
    await book.take('purge', 'a', MINUTE);
    const run = await begun(book);
    expect(run).toMatchObject({ ...asked(), endedAt: null, state: 'running', result: null, error: null });
    expect(await runsOf(book)).toEqual([run]);
    expect(await book.end(run.id, { state: 'succeeded', result: { callLogs: 3 } })).toEqual(true);
    const again = await begun(book, { trigger: 'hand', tick: null });
    expect(await book.end(again.id, { state: 'failed', error: 'The disk is full.' })).toEqual(true);
    const [newest, oldest] = await runsOf(book);
    expect(newest).toMatchObject({ id: again.id, trigger: 'hand', tick: null, state: 'failed', result: null, error: 'The disk is full.' });
    expect(oldest).toMatchObject({ id: run.id, state: 'succeeded', result: { callLogs: 3 }, error: null });
    const { succeededAt } = (await book.records(['purge'], 1)).get('purge') ?? {};
    expect(succeededAt).toEqual(oldest?.endedAt);
  });

  opened('each attempt at a tick begins once; by hand a job begins as often as one likes', async ({ book }) => {
    await book.take('purge', 'a', MINUTE);
    const first = await begun(book);
    expect(await book.begin(asked())).toEqual(null);
    const others = [await begun(book, { attempt: 1 }), await begun(book, { tick: null }), await begun(book, { tick: null })];
    expect((await runsOf(book)).map(({ id }) => id)).toEqual([...others.map(({ id }) => id).reverse(), first.id]);
  });

  opened('a run whose holder is gone is lost as soon as its lease expires, and stays so', async ({ book, expire }) => {
    await book.take('purge', 'a', MINUTE);
    const run = await begun(book);
    await expire('purge');
    expect(await runsOf(book)).toMatchObject([{ state: 'lost', endedAt: null, error: LOST_RUN }]);
    await book.take('purge', 'b', MINUTE);
    expect(await book.end(run.id, { state: 'succeeded', result: {} })).toEqual(false);
    const [lost] = await runsOf(book);
    expect([lost?.state, lost?.error, lost?.endedAt === null]).toEqual(['lost', LOST_RUN, false]);
  });

  opened('only the last runs of a job are kept', async ({ book }) => {
    await book.take('purge', 'a', MINUTE);
    await book.take('sweep', 'a', MINUTE);
    const other = await begun(book, { job: 'sweep' });
    const ids: number[] = [];
    for (let times = 0; times < RUNS_KEPT + 2; times++) ids.unshift((await begun(book, { tick: null })).id);
    expect((await runsOf(book)).map(({ id }) => id)).toEqual(ids.slice(0, RUNS_KEPT));
    expect((await runsOf(book, 'sweep')).map(({ id }) => id)).toEqual([other.id]);
    expect((await book.records(['purge'], 2)).get('purge')?.runs.length).toEqual(2);
  });

  opened('when a job is due next is noted beside its lease', async ({ book }) => {
    await book.noteNext('purge', momentOf(500));
    await book.take('purge', 'a', MINUTE);
    await book.noteNext('sweep', momentOf(600));
    await book.noteNext('sweep', null);
    const records = await book.records(['purge', 'sweep', 'other'], 1);
    expect([...records]).toEqual([
      ['purge', { nextAt: momentOf(500), succeededAt: null, runs: [] }],
      ['sweep', { nextAt: null, succeededAt: null, runs: [] }],
      ['other', { nextAt: null, succeededAt: null, runs: [] }],
    ]);
  });
}
