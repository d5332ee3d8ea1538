import type { Instant } from '@callstitch/domain';
import { isInstant } from '@callstitch/domain';
import { CronTime } from 'cron';

const MILLISECOND = 1_000;
const HOUR = 3_600_000 * MILLISECOND;
const DAY = 24 * HOUR;

/** How far is looked back for the last time, step by step: few times lie between two steps. */
const LOOKS_BACK = [HOUR / 40, HOUR, DAY, 8 * DAY, 32 * DAY, 367 * DAY, 9 * 366 * DAY];

/** Field of the hours in what `CronTime` makes of an expression. */
const HOURS = 2;

/**
 * One cron expression in one zone. By itself `cron` is due once in an hour that is skipped, right after it, and in one that is
 * repeated the first time, or the second time for who asks in between. That second time is left out here, unless every hour is meant.
 */
export class CronSchedule {
  private readonly time: CronTime;
  private readonly everyHour: boolean;

  /** Throws when the expression cannot be read, or comes on no day. */
  constructor(
    expression: string,
    private readonly timezone: string,
  ) {
    this.time = new CronTime(expression.trim(), timezone);
    this.everyHour = this.time.toJSON()[HOURS] === '*';
    try {
      this.time.sendAt();
    } catch (error) {
      throw new Error('it never comes', { cause: error });
    }
  }

  next(after: Instant): Instant | null {
    for (let at: Instant | null = after; ;) {
      at = this.following(at);
      if (at === null || !this.isSecondTime(at)) return at;
    }
  }

  last(at: Instant): Instant | null {
    for (const back of LOOKS_BACK) {
      const start = at - back;
      let due = isInstant(start) ? this.next(start) : null;
      if (due === null || due > at) continue;
      for (let later = this.next(due); later !== null && later <= at; later = this.next(due)) due = later;
      return due;
    }
    return null;
  }

  private following(after: Instant): Instant | null {
    try {
      const at = this.time.getNextDateFrom(new Date(after / MILLISECOND), this.timezone).toMillis() * MILLISECOND;
      return isInstant(at) && at > after ? at : null;
    } catch {
      // None within eight years.
      return null;
    }
  }

  /** Whether the clock on the wall showed this time before on that night. */
  private isSecondTime(at: Instant): boolean {
    return !this.everyHour && this.onTheWall(at) === this.onTheWall((at - HOUR) as Instant);
  }

  private onTheWall(at: Instant): string {
    return new Date(at / MILLISECOND).toLocaleString('en', { timeZone: this.timezone });
  }
}
