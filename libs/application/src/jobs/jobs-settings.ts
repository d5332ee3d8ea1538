/** Every job there is. */
export const JOB_NAMES = ['generation', 'quarantine', 'purge', 'partitions', 'sweep', 'statistics', 'tokens', 'exports'] as const;

export type JobName = (typeof JOB_NAMES)[number];

/** When jobs run: five fields of cron (minute, hour, day, month, weekday), or six with seconds first; null for never. */
export interface SchedulesSettings extends Readonly<Record<JobName, string | null>> {
  /** IANA name of the zone that the times are in. */
  readonly timezone: string;
}

/** A run that failed is tried again so many minutes later, at most so many times. */
export interface RetrySettings {
  readonly afterMinutes: number;
  readonly times: number;
}

/** When jobs run, and what they may do. */
export interface JobsSettings {
  readonly schedules: SchedulesSettings;
  readonly retry: RetrySettings;
  /** Jobs that run at once when the service starts and their last time went by without a run. */
  readonly catchUp: readonly JobName[];
  /** So many months are made ahead of the one that is. */
  readonly monthsAhead: number;
  readonly generation: {
    /** So many days back the CELs that were read are compared with what was told of them; 0 for none. */
    readonly recheckDays: number;
  };
  readonly tokens: {
    /** An expired token is listed for so many days. */
    readonly keepDays: number;
  };
  readonly purge: {
    /** Where call logs are archived before they are deleted; null for nowhere. */
    readonly archive: string | null;
  };
  readonly sweep: {
    /** Files that were written to since then stay. */
    readonly minAgeDays: number;
    /** False only reports. */
    readonly remove: boolean;
  };
}

/** Purge and generation at the hours of wazo-call-logd; none within the hour that a change of clocks repeats or skips. */
export const DEFAULT_SCHEDULES: SchedulesSettings = {
  timezone: 'UTC',
  partitions: '55 0 * * *',
  purge: '25 3 * * *',
  generation: '25 4 * * *',
  statistics: '55 5 * * *',
  tokens: '10 5 * * *',
  quarantine: '40 * * * *',
  sweep: '25 6 * * 0',
  // Workers look for exports that were left every ten minutes anyway.
  exports: null,
};

export const DEFAULT_JOBS: JobsSettings = {
  schedules: DEFAULT_SCHEDULES,
  retry: { afterMinutes: 5, times: 3 },
  catchUp: ['generation'],
  monthsAhead: 2,
  generation: { recheckDays: 3 },
  tokens: { keepDays: 7 },
  purge: { archive: null },
  sweep: { minAgeDays: 7, remove: false },
};
