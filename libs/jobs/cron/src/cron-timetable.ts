import type { SchedulesSettings, Timetable } from '@callstitch/application';
import { JOB_NAMES } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import { CronSchedule } from './cron-schedule.js';

const FORM = 'write five fields, minute, hour, day of the month, month and weekday, such as "25 4 * * *"';

/** The timetable that the settings say; throws CONFIG_INVALID with all that is wrong with them. */
export function cronTimetable(settings: SchedulesSettings): Timetable {
  const { timezone } = settings;
  if (!isTimezone(timezone)) {
    throw invalid([`schedules.timezone: "${timezone}" is not a time zone; use an IANA name such as Europe/Paris.`]);
  }
  const schedules = new Map<string, CronSchedule>();
  const complaints: string[] = [];
  for (const job of JOB_NAMES) {
    const expression = settings[job];
    if (expression === null) continue;
    try {
      schedules.set(job, new CronSchedule(expression, timezone));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      complaints.push(`schedules.${job}: "${expression}" is no cron expression (${why}); ${FORM}, or null for never.`);
    }
  }
  if (complaints.length > 0) throw invalid(complaints);
  return {
    next: (job, after: Instant) => schedules.get(job)?.next(after) ?? null,
    last: (job, at: Instant) => schedules.get(job)?.last(at) ?? null,
  };
}

/** Offsets such as `+02:00` are refused: they know no change of clocks. */
function isTimezone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function invalid(complaints: readonly string[]): CallstitchError {
  return new CallstitchError('CONFIG_INVALID', complaints.join('\n'));
}
