import { setTimeout } from 'node:timers/promises';
import type { ExportJobs } from './open-export-jobs.js';
import { openExportJobs } from './open-export-jobs.js';

const [ONE, TWO] = [1, 2].map((number) => `ec500000-0000-4000-8000-00000000000${number}`) as [string, string];

const opened: ExportJobs[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
});

async function jobsOf(): Promise<ExportJobs> {
  const url = process.env['CALLSTITCH_TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('there is no PostgreSQL: run the specs through `nx test`');
  const jobs = await openExportJobs({ url, onTrouble: () => undefined, retryAfterSeconds: 1 });
  opened.push(jobs);
  return jobs;
}

/** Waits until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 200) throw new Error('it never came to be');
    await setTimeout(100);
  }
}

test('an export that was handed over when nobody worked is run by who comes later, after its queue was closed and opened', async () => {
  const first = await jobsOf();
  await first.add(ONE);
  await first.add(TWO);
  await first.close();
  const ran: string[] = [];
  const worker = await jobsOf();
  await worker.work((uuid) => Promise.resolve(void ran.push(uuid)), { atOnce: 2 });
  await until(() => ran.length === 2);
  expect(ran.sort()).toEqual([ONE, TWO]);
});

test('one that fails is tried again, and holds up no other', async () => {
  const ran: string[] = [];
  const worker = await jobsOf();
  await worker.work(
    (uuid) => {
      ran.push(uuid);
      return uuid === ONE && ran.filter((one) => one === ONE).length === 1 ? Promise.reject(new Error('database away')) : Promise.resolve();
    },
    { atOnce: 1 },
  );
  await worker.add(ONE);
  await worker.add(TWO);
  await until(() => ran.length === 3);
  expect(ran).toEqual([ONE, TWO, ONE]);
});

test('who closes waits for what is in hand', async () => {
  const ended: string[] = [];
  let begun = false;
  const worker = await jobsOf();
  await worker.work(
    async (uuid) => {
      begun = true;
      await setTimeout(1_500);
      ended.push(uuid);
    },
    { atOnce: 1 },
  );
  await worker.add(ONE);
  await until(() => begun);
  await worker.close();
  expect(ended).toEqual([ONE]);
});
