import { DEFAULT_SCHEDULES } from '@callstitch/application';
import { IsTimeZone, Matches, ValidateIf } from 'class-validator';

/** Five fields, or six with seconds first; what they mean is checked when they are used. */
const FIELDS = /^\S+(?: +\S+){4,5}$/;

const WhenToRun =
  (): PropertyDecorator =>
  (target, key): void => {
    ValidateIf((_, value) => value !== null)(target, key);
    Matches(FIELDS, { message: '$property is when to run, such as "25 4 * * *" (minute hour day month weekday), or null for never' })(
      target,
      key,
    );
  };

/** When jobs run, in cron's words. */
export class SchedulesConfig {
  /** Of the times below; the machine's own unless named. */
  @IsTimeZone({ message: '$property is the name of a time zone, such as Europe/Paris' })
  readonly timezone: string = Intl.DateTimeFormat().resolvedOptions().timeZone;

  @WhenToRun()
  readonly generation: string | null = DEFAULT_SCHEDULES.generation;

  @WhenToRun()
  readonly quarantine: string | null = DEFAULT_SCHEDULES.quarantine;

  @WhenToRun()
  readonly purge: string | null = DEFAULT_SCHEDULES.purge;

  @WhenToRun()
  readonly partitions: string | null = DEFAULT_SCHEDULES.partitions;

  @WhenToRun()
  readonly sweep: string | null = DEFAULT_SCHEDULES.sweep;

  @WhenToRun()
  readonly statistics: string | null = DEFAULT_SCHEDULES.statistics;

  @WhenToRun()
  readonly tokens: string | null = DEFAULT_SCHEDULES.tokens;

  @WhenToRun()
  readonly exports: string | null = DEFAULT_SCHEDULES.exports;
}
