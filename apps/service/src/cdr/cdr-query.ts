import type { CdrOrder, CdrStatus } from '@callstitch/application';
import type { DestinationKind, Direction, Instant } from '@callstitch/domain';
import { Parameter } from '../parameters/parameter.decorator.js';
import { dateTime, flag, list, oneOf, text, uuid, wholeNumber } from '../parameters/readers.js';

const DIRECTIONS: readonly Direction[] = ['internal', 'inbound', 'outbound'];
export const STATUSES: readonly CdrStatus[] = ['answered', 'blocked', 'voicemail', 'unknown'];
const KINDS: readonly DestinationKind[] = [
  'user',
  'group',
  'queue',
  'conference',
  'meeting',
  'voicemail',
  'external',
  'ivr',
  'parking',
  'unknown',
];

/** By what a listing may be ordered: by name of the API, `answered` being the time of the answer too. */
export const ORDERS: Readonly<Record<string, CdrOrder>> = {
  ...Object.fromEntries(
    [
      'answer',
      'call_direction',
      'call_status',
      'conversation_id',
      'destination_details',
      'destination_extension',
      'destination_internal_context',
      'destination_internal_extension',
      'destination_line_id',
      'destination_name',
      'destination_user_uuid',
      'duration',
      'id',
      'requested_context',
      'requested_extension',
      'requested_internal_context',
      'requested_internal_extension',
      'requested_name',
      'requested_user_uuid',
      'source_extension',
      'source_internal_context',
      'source_internal_extension',
      'source_internal_name',
      'source_line_id',
      'source_name',
      'source_user_uuid',
      'start',
      'tenant_uuid',
    ].map((order) => [order, order as CdrOrder]),
  ),
  answered: 'answer',
};

const NUMBER = /^_?[0-9+*#]+_?$/;
const EXTENSION = /^_?[0-9*#]+_?$/;
const CONVERSATION = /^[0-9]+\.[0-9]+$/;
const MOST = 9_007_199_254_740_991;
const LONGEST_CONTEXT = 255;

/** The parameters of the listings of call logs. */
export class CdrQuery {
  @Parameter(dateTime, { description: 'calls that started at or after it' })
  readonly from?: Instant;

  @Parameter(dateTime, { description: 'calls that started before it' })
  readonly until?: Instant;

  @Parameter(text(), { description: 'part of a name or number of who called or was reached, or the file name of a recording' })
  readonly search?: string;

  @Parameter(oneOf(DIRECTIONS), { name: 'call_direction' })
  readonly callDirection?: Direction;

  @Parameter(text({ form: NUMBER }), { description: 'number of who called or was reached; _ at an end stands for anything' })
  readonly number?: string;

  @Parameter(list(text()), { description: 'all of these tags' })
  readonly tags?: readonly string[];

  @Parameter(list(uuid), { name: 'user_uuid', description: 'one of these users called or was finally reached' })
  readonly userUuids?: readonly string[];

  @Parameter(wholeNumber({ min: 0, max: MOST }), { name: 'from_id', description: 'ids from this one on' })
  readonly fromId?: number;

  @Parameter(text({ form: CONVERSATION, otherwise: 'not a valid conversation identifier' }), { name: 'conversation_id' })
  readonly conversationId?: string;

  @Parameter(text({ form: EXTENSION }), { name: 'requested_internal_extension' })
  readonly requestedInternalExtension?: string;

  @Parameter(text({ shortest: 1, longest: LONGEST_CONTEXT }), { name: 'requested_internal_context' })
  readonly requestedInternalContext?: string;

  @Parameter(flag, { description: 'whether it has recordings, deleted ones included' })
  readonly recorded?: boolean;

  @Parameter(callStatuses(), { name: 'call_status', description: 'one or several; without it blocked calls are hidden' })
  readonly callStatuses?: readonly CdrStatus[];

  @Parameter(wholeNumber({ min: 0 }), { name: 'duration_min', description: 'seconds' })
  readonly durationMin?: number;

  @Parameter(wholeNumber({ min: 0 }), { name: 'duration_max', description: 'seconds' })
  readonly durationMax?: number;

  @Parameter(wholeNumber({ min: 0, max: 127 }), { name: 'hangup_cause', description: 'Q.850' })
  readonly hangupCause?: number;

  @Parameter(list(oneOf(KINDS)), { name: 'destination_kind' })
  readonly destinationKinds?: readonly DestinationKind[];

  @Parameter(oneOf(['peer_exten']), { description: 'the latest call of each user with each number' })
  readonly distinct?: 'peer_exten';

  @Parameter(oneOf(Object.keys(ORDERS)))
  readonly order: string = 'start';

  @Parameter(oneOf(['asc', 'desc']))
  readonly direction: 'asc' | 'desc' = 'desc';

  @Parameter(wholeNumber({ min: 0, max: MOST }), { description: '0 for all of them' })
  readonly limit: number = 1_000;

  @Parameter(wholeNumber({ min: 0, max: MOST }))
  readonly offset: number = 0;

  @Parameter(flag, { description: 'call logs of the tenants below too' })
  readonly recurse: boolean = false;

  @Parameter(oneOf(['csv', 'json']))
  readonly format?: 'csv' | 'json';

  @Parameter(text(), { description: 'where to go on: next_cursor of the page before, empty for the first; by start only' })
  readonly cursor?: string;

  @Parameter(oneOf(['none', 'estimate', 'exact']), { description: 'how total and filtered are counted' })
  readonly count: 'none' | 'estimate' | 'exact' = 'exact';
}

/** One status, whose fault has the form of a wrong type, or several between commas. */
function callStatuses() {
  const one = oneOf(STATUSES, { asType: true });
  return {
    schema: { type: 'array', items: one.schema },
    read(raw: unknown) {
      const readings = String(raw)
        .split(',')
        .map((status) => one.read(status));
      const wrong = readings.find((reading) => 'faults' in reading);
      return wrong ?? { value: readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])) };
    },
  };
}
