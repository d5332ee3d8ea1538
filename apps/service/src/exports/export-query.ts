import { CdrQuery } from '../cdr/cdr-query.js';
import { Parameter } from '../parameters/parameter.decorator.js';
import type { Reader } from '../parameters/reading.js';
import { list, wholeNumber } from '../parameters/readers.js';
import { isEmail } from 'class-validator';

const MOST = 9_007_199_254_740_991;

const address: Reader<string> = {
  schema: { type: 'string', format: 'email' },
  read: (raw) =>
    isEmail(raw)
      ? { value: raw as string }
      : { faults: [{ message: 'Not a valid email address.', constraint_id: 'type', constraint: 'email' }] },
};

/** Which recordings to export, by the filters of the listings, and who is told when they are there. */
export class ExportQuery extends CdrQuery {
  @Parameter(address, { description: 'who is told when the export is there' })
  readonly email?: string;
}

/** Of which call logs; none named is no restriction. */
export class ExportBody {
  @Parameter(list(wholeNumber({ min: 0, max: MOST })), { name: 'cdr_ids' })
  readonly callLogIds: readonly number[] | null = null;
}
