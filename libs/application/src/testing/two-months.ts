import type { CallLog, Cel } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { Dialect } from '../dialect.js';
import { aCall, momentOf } from './a-call.js';
import { plainDialect } from './plain-dialect.js';

const DAY_SECONDS = 86_400;
/** Who called. */
export const NAMES = ['a', 'b', 'c', 'd'] as const;
const TENANT = '7e7e0009-0000-4000-8000-000000000009';

/** The uuid of a call's recording. */
export const uuidOf = (name: string): string => `4ec04d00-0000-4000-8000-00000000000${name}`;
/** The file of a call's recording. */
export const fileOf = (name: string): string => `/recordings/${name}.wav`;

/** How the calls differ: `a` and `b` are old and of one month, `b` may be held; `c` is a month younger, `d` of another tenant. */
const changes: Readonly<Record<string, Partial<CallLog>>> = {
  b: { tags: [{ tag: 'legal-hold', tagger: 'number-rules' }] },
  c: { startedAt: secondsAfter(momentOf(0), 40 * DAY_SECONDS), endedAt: secondsAfter(momentOf(0), 40 * DAY_SECONDS) },
  d: { tenantUuid: TENANT },
};

/** Tells each call with one recording. */
export const twoMonthsDialect: Dialect = {
  name: 'plain',
  tell(...args) {
    const told = plainDialect.tell(...args);
    if (!('callLog' in told)) return told;
    const name = told.callLog.source.number;
    const { startedAt, endedAt } = told.callLog;
    const recordings = [{ uuid: uuidOf(name), startedAt, endedAt, path: fileOf(name) }];
    return { ...told, callLog: { ...told.callLog, recordings, ...changes[name] } };
  },
};

/** The rows of the four calls. */
export const TWO_MONTHS: readonly Cel[] = NAMES.flatMap((name, index) => aCall(name, { firstId: 1 + 4 * index }));
