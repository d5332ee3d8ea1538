import type { JobName } from '@callstitch/application';
import { DEFAULT_JOBS, JOB_NAMES } from '@callstitch/application';
import { Nested } from '@callstitch/plugin-api';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';

/** When a run that failed is tried again. */
export class RetryConfig {
  @IsInt()
  @Min(1)
  readonly afterMinutes: number = DEFAULT_JOBS.retry.afterMinutes;

  @IsInt()
  @Min(0)
  readonly times: number = DEFAULT_JOBS.retry.times;
}

/** What the search for files without recordings may do. */
export class SweepConfig {
  /** Files that were written to since then stay. */
  @IsInt()
  @Min(1)
  readonly minAgeDays: number = DEFAULT_JOBS.sweep.minAgeDays;

  /** False only reports. */
  @IsBoolean()
  readonly remove: boolean = DEFAULT_JOBS.sweep.remove;
}

/** What the nightly generation does beside reading what is unread. */
export class GenerationConfig {
  /** So many days back what was read is compared with what was told; 0 for none. */
  @IsInt()
  @Min(0)
  readonly recheckDays: number = DEFAULT_JOBS.generation.recheckDays;
}

/** When tokens go. */
export class TokensConfig {
  /** An expired token is listed for so many days. */
  @IsInt()
  @Min(0)
  readonly keepDays: number = DEFAULT_JOBS.tokens.keepDays;
}

/** What jobs may do. */
export class JobsConfig {
  @ValidateNested()
  @Nested(() => RetryConfig)
  readonly retry: RetryConfig = new RetryConfig();

  /** Jobs that run when the service starts and their last time went by without a run. */
  @IsIn(JOB_NAMES, { each: true })
  readonly catchUp: readonly JobName[] = DEFAULT_JOBS.catchUp;

  @IsInt()
  @Min(1)
  @Max(24)
  readonly monthsAhead: number = DEFAULT_JOBS.monthsAhead;

  @ValidateNested()
  @Nested(() => GenerationConfig)
  readonly generation: GenerationConfig = new GenerationConfig();

  @ValidateNested()
  @Nested(() => TokensConfig)
  readonly tokens: TokensConfig = new TokensConfig();

  @ValidateNested()
  @Nested(() => SweepConfig)
  readonly sweep: SweepConfig = new SweepConfig();
}
