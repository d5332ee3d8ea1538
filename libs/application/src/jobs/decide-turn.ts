import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { JobRun, JobTrigger } from './job-run.js';
import type { RetrySettings } from './jobs-settings.js';

/** What a run is to stand for. */
export type Turn = Pick<JobRun, 'tick' | 'attempt'>;

/** Who wants a job to run, and for which scheduled instant. */
export type Wish =
  | { readonly trigger: Extract<JobTrigger, 'hand' | 'retry'> }
  | { readonly trigger: Extract<JobTrigger, 'schedule' | 'catch-up'>; readonly tick: Instant };

/** A failed run that is to be tried again. */
export interface PendingRetry extends Turn {
  readonly dueAt: Instant;
}

const MINUTE_SECONDS = 60;

/** What is to be tried again, by the last runs, newest first; null when nothing is. What a person started is not: the person sees it. */
export function pendingRetry(runs: readonly JobRun[], { afterMinutes, times }: RetrySettings): PendingRetry | null {
  for (const { state, tick, attempt, startedAt, endedAt } of runs) {
    if (state === 'succeeded' || state === 'running') return null;
    if (tick === null) continue;
    if (attempt >= times) return null;
    // Nobody knows when a lost one ended, only when that was noticed.
    const since = state === 'lost' ? startedAt : (endedAt ?? startedAt);
    return { tick, attempt: attempt + 1, dueAt: state === 'stopped' ? since : secondsAfter(since, afterMinutes * MINUTE_SECONDS) };
  }
  return null;
}

/**
 * Decides, under the lease, whether a job runs and what for: a tick runs once, whoever else ticked and however late; null when
 * there is nothing to do.
 */
export function decideTurn(
  wish: Wish,
  runs: readonly JobRun[],
  { retry, now }: { readonly retry: RetrySettings; readonly now: Instant },
): Turn | null {
  switch (wish.trigger) {
    case 'hand':
      return { tick: null, attempt: 0 };
    case 'retry': {
      const pending = pendingRetry(runs, retry);
      return pending === null || pending.dueAt > now ? null : pending;
    }
    case 'schedule':
      return wasTicked(runs, wish.tick) ? null : { tick: wish.tick, attempt: 0 };
    case 'catch-up':
      return wasTicked(runs, wish.tick) || succeededSince(runs, wish.tick) ? null : { tick: wish.tick, attempt: 0 };
  }
}

function wasTicked(runs: readonly JobRun[], at: Instant): boolean {
  return runs.some(({ tick }) => tick !== null && tick >= at);
}

function succeededSince(runs: readonly JobRun[], at: Instant): boolean {
  return runs.some(({ state, startedAt }) => state === 'succeeded' && startedAt >= at);
}
