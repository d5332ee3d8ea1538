import type { JobRun } from '@callstitch/application';
import { logTo } from '../log.js';
import { jobLog } from './job-log.js';

const run = { id: 7, trigger: 'schedule', attempt: 1 } as JobRun;

function written(...events: Parameters<ReturnType<typeof jobLog>>) {
  const lines: unknown[] = [];
  jobLog(logTo((line) => lines.push(JSON.parse(line))))(...events);
  return lines;
}

test('how a run ended is one line, whose level says who must wake', () => {
  const known = { event: 'job.run', job: 'purge', run: 7, trigger: 'schedule', attempt: 1, time: expect.any(String) as string };
  expect(written({ job: 'purge', kind: 'succeeded', run, result: { callLogs: 3 } })).toEqual([
    { ...known, level: 'info', state: 'succeeded', result: { callLogs: 3 } },
  ]);
  const failed = { run, error: new Error('x'), sentence: 'The disk is full.' };
  expect(written({ job: 'purge', kind: 'failed', ...failed })).toEqual([
    { ...known, level: 'error', state: 'failed', message: 'The disk is full.' },
  ]);
  expect(written({ job: 'purge', kind: 'stopped', ...failed })).toMatchObject([{ level: 'warn', state: 'stopped' }]);
});

test('nothing is said of a tick that another node had', () => {
  expect([...written({ job: 'purge', kind: 'taken' }), ...written({ job: 'purge', kind: 'done' })]).toEqual([]);
});

test('what goes wrong between runs is said too', () => {
  expect(written(new Error('The database is away.'))).toMatchObject([
    { level: 'error', event: 'job.trouble', message: 'The database is away.' },
  ]);
});
