import { momentOf } from '../testing/a-call.js';
import type { JobRun, JobRunState } from './job-run.js';
import { jobStanding } from './job-standing.js';

const job = { name: 'polish', description: 'Polishes shoes.', run: () => Promise.resolve({}) };
const RETRY = { afterMinutes: 5, times: 3 };

function standing(...states: JobRunState[]) {
  const runs = states.map((state, index): JobRun => {
    const at = { tick: momentOf(100), startedAt: momentOf(100), endedAt: momentOf(200) };
    return { id: 9 - index, job: 'polish', trigger: 'schedule', attempt: 0, holder: 'a', state, result: null, error: null, ...at };
  });
  return jobStanding(job, { nextAt: null, succeededAt: null, runs }, RETRY);
}

test('failures are counted since the last run that ended well', () => {
  expect(standing().failures).toBe(0);
  expect(standing('failed', 'lost', 'stopped', 'succeeded', 'failed').failures).toBe(2);
  expect(standing('succeeded', 'failed').failures).toBe(0);
});

test('a job that runs still counts what failed before, and is not tried again meanwhile', () => {
  expect(standing('running', 'failed')).toMatchObject({ failures: 1, retryAt: null, running: { id: 9 } });
  expect(standing('failed')).toMatchObject({ running: null, retryAt: momentOf(500) });
});
