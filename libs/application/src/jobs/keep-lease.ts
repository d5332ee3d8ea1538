import type { Instant } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import type { JobHold } from './job.js';
import type { JobBook } from './job-book.js';
import type { Pulse } from './pulse.js';

/** A lease expires so many seconds after its holder was last heard of. */
export const LEASE_SECONDS = 60;

const RENEW_SECONDS = 20;

/** Why a run goes on no longer though nothing failed. */
export class JobInterrupted extends Error {
  constructor(readonly state: 'stopped' | 'lost') {
    super(state === 'stopped' ? STOPPED : LOST);
    this.name = 'JobInterrupted';
  }
}

const STOPPED = 'It was stopped because its process was told to end; the next run goes on.';
const LOST = 'It stopped because it had lost its lease; whoever holds it goes on.';

export interface LeaseParts {
  readonly book: Pick<JobBook, 'renew'>;
  readonly pulse: Pulse;
  readonly now: () => Instant;
  /** Whether the process is to end. */
  readonly stopping: () => boolean;
}

/** A hold on a lease that was just taken, renewed until `end`. */
export interface KeptLease extends JobHold {
  end(): void;
}

/** Keeps a lease while a job runs. One that cannot be renewed is good until it expires: the database may be back by then. */
export function keepLease(job: string, holder: string, { book, pulse, now, stopping }: LeaseParts): KeptLease {
  let heardOf = now();
  let lost = false;
  const end = pulse.every(RENEW_SECONDS, async () => {
    const at = now();
    if (await book.renew(job, holder, LEASE_SECONDS)) heardOf = at;
    else lost = true;
  });
  return {
    check() {
      if (lost || secondsBetween(heardOf, now()) >= LEASE_SECONDS) throw new JobInterrupted('lost');
      if (stopping()) throw new JobInterrupted('stopped');
    },
    end,
  };
}
