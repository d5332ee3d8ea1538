import type { Instant } from '@callstitch/domain';
import { momentOf } from '../testing/a-call.js';
import type { Wish } from './decide-turn.js';
import { decideTurn, pendingRetry } from './decide-turn.js';
import type { JobRun } from './job-run.js';

const RETRY = { afterMinutes: 5, times: 3 };
const DUE = momentOf(10_000);
const LATER = momentOf(13_600);

let id = 0;
function aRun(state: JobRun['state'], changed: Partial<JobRun> = {}): JobRun {
  const tick = changed.tick === undefined ? DUE : changed.tick;
  const at = { startedAt: momentOf(10_001), endedAt: state === 'running' ? null : momentOf(10_100) };
  return {
    id: ++id,
    job: 'purge',
    trigger: 'schedule',
    attempt: 0,
    holder: 'a',
    state,
    result: null,
    error: null,
    ...at,
    ...changed,
    tick,
  };
}

const decide = (wish: Wish, runs: readonly JobRun[], now: Instant = LATER) => decideTurn(wish, runs, { retry: RETRY, now });

test.each(['succeeded', 'failed', 'stopped', 'lost'] as const)(
  'a tick that ran and %s does not run again, however late another node ticks',
  (state) => {
    expect(decide({ trigger: 'schedule', tick: DUE }, [aRun(state)])).toBeNull();
    expect(decide({ trigger: 'schedule', tick: momentOf(9_000) }, [aRun(state)])).toBeNull();
    expect(decide({ trigger: 'schedule', tick: LATER }, [aRun(state)])).toEqual({ tick: LATER, attempt: 0 });
  },
);

test('what a person started stands for no tick', () => {
  expect(decide({ trigger: 'schedule', tick: DUE }, [aRun('succeeded', { tick: null })])).toEqual({ tick: DUE, attempt: 0 });
  expect(decide({ trigger: 'hand' }, [aRun('succeeded')])).toEqual({ tick: null, attempt: 0 });
});

test('a missed tick is made up for, unless it ran or the job succeeded since, by hand as well', () => {
  const missed = { trigger: 'catch-up', tick: LATER } as const;
  expect(decide(missed, [])).toEqual({ tick: LATER, attempt: 0 });
  expect(decide(missed, [aRun('succeeded')])).toEqual({ tick: LATER, attempt: 0 });
  expect(decide(missed, [aRun('failed', { tick: LATER })])).toBeNull();
  expect(decide(missed, [aRun('succeeded', { tick: null, startedAt: LATER })])).toBeNull();
  expect(decide(missed, [aRun('failed', { tick: null, startedAt: LATER })])).toEqual({ tick: LATER, attempt: 0 });
});

test('a failed run is tried again five minutes after, three times at most', () => {
  expect(pendingRetry([aRun('failed')], RETRY)).toEqual({ tick: DUE, attempt: 1, dueAt: momentOf(10_400) });
  expect(pendingRetry([aRun('failed', { attempt: 2 })], RETRY)).toMatchObject({ attempt: 3 });
  expect(pendingRetry([aRun('failed', { attempt: 3 })], RETRY)).toBeNull();
  expect(decide({ trigger: 'retry' }, [aRun('failed')], momentOf(10_399))).toBeNull();
  expect(decide({ trigger: 'retry' }, [aRun('failed')], momentOf(10_400))).toMatchObject({ tick: DUE, attempt: 1 });
});

test('a lost run is tried again too, counted from its start; a stopped one at once', () => {
  expect(pendingRetry([aRun('lost')], RETRY)).toMatchObject({ attempt: 1, dueAt: momentOf(10_301) });
  expect(pendingRetry([aRun('stopped')], RETRY)).toMatchObject({ attempt: 1, dueAt: momentOf(10_100) });
});

test('nothing is tried again that succeeded since, runs, or failed by hand', () => {
  expect(pendingRetry([], RETRY)).toBeNull();
  expect(pendingRetry([aRun('succeeded', { tick: null }), aRun('failed')], RETRY)).toBeNull();
  expect(pendingRetry([aRun('running', { attempt: 1 }), aRun('failed')], RETRY)).toBeNull();
  expect(pendingRetry([aRun('failed', { tick: null })], RETRY)).toBeNull();
  expect(pendingRetry([aRun('failed', { tick: null }), aRun('failed')], RETRY)).toMatchObject({ tick: DUE, attempt: 1 });
});
