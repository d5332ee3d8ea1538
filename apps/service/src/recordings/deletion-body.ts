import type { Reader } from '../parameters/reading.js';
import { Parameter } from '../parameters/parameter.decorator.js';
import { list, wholeNumber } from '../parameters/readers.js';

const MOST = 9_007_199_254_740_991;
const ids = list(wholeNumber({ min: 0, max: MOST }));

const someIds: Reader<readonly number[]> = {
  schema: { ...ids.schema, minItems: 1 },
  read(raw) {
    const reading = ids.read(raw);
    if ('faults' in reading || reading.value.length > 0) return reading;
    return { faults: [{ message: 'Shorter than minimum length 1.', constraint_id: 'length', constraint: { min: 1, max: null } }] };
  },
};

/** Of which call logs the media are to go. */
export class DeletionBody {
  @Parameter(someIds, { name: 'cdr_ids', required: true })
  readonly callLogIds!: readonly number[];
}
