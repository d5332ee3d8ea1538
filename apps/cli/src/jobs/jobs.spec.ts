import { CallstitchError, instant } from '@callstitch/domain';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const jobs = (callstitch: MemoryCallstitch, ...args: string[]) => run(['jobs', ...args], { openCallstitch: callstitch.open });

const cells = (lines: readonly string[]) => lines.map((line) => line.split(/ {2,}/));

test('jobs are shown with when they run, how the last run went and when they are due', async () => {
  const callstitch = await threeCalls();
  await callstitch.jobBook.noteNext('generation', instant(TUESDAY + 3_600_000_000));
  await jobs(callstitch, 'run', 'generation');
  const { code, out } = await jobs(callstitch, '--timezone', 'America/Toronto');
  expect(code).toBe(0);
  expect(cells(out.lines).slice(0, 3)).toEqual([
    [
      'JOB',
      `SCHEDULE (${Intl.DateTimeFormat().resolvedOptions().timeZone})`,
      'NEXT (America/Toronto)',
      'LAST RUN (America/Toronto)',
      'RESULT',
    ],
    ['generation', '25 4 * * *', '2026-11-23 20:00:00', '2026-11-23 19:00:00', 'nothing to do'],
    ['quarantine', '40 * * * *', '-', '-', '-'],
  ]);
  expect(cells(out.lines).at(-1)).toEqual(['exports', 'never', '-', '-', '-']);
});

test('a job that is run says what it did', async () => {
  const callstitch = await threeCalls();
  await run(['delete', '-A', '--yes'], { openCallstitch: callstitch.open });
  expect(await jobs(callstitch, 'run', 'generation')).toMatchObject({
    code: 0,
    out: { text: 'generation: rows read 62, created 3, batches 1\n' },
    err: { text: '' },
  });
  expect((await jobs(callstitch, 'run', 'purge')).out.text).toBe('purge: purge run 1\n');
  const { out } = await jobs(callstitch, 'run', 'statistics', '--json');
  expect(JSON.parse(out.text)).toEqual({ job: 'statistics', run: 3, result: { tables: 0 } });
});

test('jobs are there as JSON, with their runs', async () => {
  const callstitch = await threeCalls();
  await jobs(callstitch, 'run', 'statistics');
  const { out } = await jobs(callstitch, '--json');
  const list = JSON.parse(out.text) as readonly { readonly name: string }[];
  expect(list.find(({ name }) => name === 'statistics')).toMatchObject({
    schedule: '55 5 * * *',
    timezone: 'UTC',
    failures: 0,
    succeededAt: '2026-11-24T00:00:00.000000Z',
    runs: [{ trigger: 'hand', tick: null, state: 'succeeded', startedAt: '2026-11-24T00:00:00.000000Z', result: { tables: 0 } }],
  });
});

test('a job that nobody knows, and one that runs, have their own exit codes', async () => {
  const callstitch = await threeCalls();
  expect(await jobs(callstitch, 'run', 'polish')).toMatchObject({
    code: 4,
    err: { text: expect.stringMatching(/^There is no job polish; those that there are: generation, .*\.\n$/) as string },
  });
  await callstitch.jobBook.take('sweep', 'a service', 60);
  expect(await jobs(callstitch, 'run', 'sweep')).toMatchObject({
    code: 6,
    err: { text: 'The job sweep is running; wait until it ends.\n' },
  });
  expect((await jobs(callstitch, 'run')).code).toBe(2);
});

test('a job that fails ends as any command that fails so, and the list says why', async () => {
  const callstitch = await threeCalls();
  callstitch.store.bounds = () => Promise.reject(new CallstitchError('DATABASE_UNREACHABLE', 'The database is away.'));
  expect(await jobs(callstitch, 'run', 'generation')).toMatchObject({ code: 5, err: { text: 'The database is away.\n' } });
  const { out } = await jobs(callstitch);
  expect(cells(out.lines)[1]?.at(-1)).toBe('failed: The database is away.');
});
