import { Parameter } from '../parameters/parameter.decorator.js';
import { wholeNumber } from '../parameters/readers.js';

/** What a database's `int` holds. */
const MOST_DAYS = 2_147_483_647;

const days = wholeNumber({ min: 0, max: MOST_DAYS });

/** All three numbers of days of a tenant; one that is not sent is as for everybody from now on. */
export class RetentionBody {
  @Parameter(days, { name: 'cdr_days' })
  readonly callLogDays: number | null = null;

  @Parameter(days, { name: 'recording_days' })
  readonly recordingDays: number | null = null;

  @Parameter(days, { name: 'export_days' })
  readonly exportDays: number | null = null;
}
