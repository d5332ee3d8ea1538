import type { CallLog, DestinationKind, Direction, Instant } from '@callstitch/domain';
import type { ListedCall } from './listed-call.js';
import type { CdrStatus } from './cdr-status.js';

/** What a list can be put in the order of, by the names that Wazo's API gives the fields. */
export type CdrOrder =
  | 'start'
  | 'answer'
  | 'duration'
  | 'call_status'
  | 'call_direction'
  | 'conversation_id'
  | 'id'
  | 'tenant_uuid'
  | 'destination_extension'
  | 'destination_name'
  | 'destination_internal_extension'
  | 'destination_internal_context'
  | 'destination_details'
  | 'destination_line_id'
  | 'destination_user_uuid'
  | 'requested_name'
  | 'requested_extension'
  | 'requested_context'
  | 'requested_internal_extension'
  | 'requested_internal_context'
  | 'requested_user_uuid'
  | 'source_extension'
  | 'source_name'
  | 'source_internal_name'
  | 'source_internal_extension'
  | 'source_internal_context'
  | 'source_line_id'
  | 'source_user_uuid';

/** Which call logs of some tenants; what is absent does not restrict, but for `statuses`. Spans are half open. */
export interface CdrFilter {
  readonly tenantUuids: readonly [string, ...string[]];
  readonly startedFrom?: Instant;
  readonly startedUntil?: Instant;
  /** Part of the source's or destination's name or number, in any case; or the file name of a recording, which finds its call. */
  readonly search?: string;
  readonly direction?: Direction;
  /** Source or destination number; `_` at either end stands for any text. */
  readonly number?: string;
  /** All of them. */
  readonly tags?: readonly string[];
  /** Any of them called or is whom the call came to in the end. */
  readonly userUuids?: readonly string[];
  /** Took part in any way, also when only rung. */
  readonly participantUuid?: string;
  readonly fromId?: number;
  readonly ids?: readonly number[];
  readonly conversationId?: string;
  readonly requestedInternalNumber?: string;
  readonly requestedInternalContext?: string;
  /** Whether anything was recorded, media since deleted included. */
  readonly recorded?: boolean;
  /** Absent: blocked calls are hidden. */
  readonly statuses?: readonly CdrStatus[];
  /** True: absent statuses hide nothing. */
  readonly blockedToo?: boolean;
  /** In the API's whole seconds; both ends are meant. */
  readonly durationMin?: number;
  readonly durationMax?: number;
  readonly hangupCause?: number;
  readonly destinationKinds?: readonly DestinationKind[];
  /** Of what the rest picks only the newest call of each user with each peer; `ofUsers` null counts the pairs of everybody. */
  readonly distinctPeers?: { readonly ofUsers: readonly string[] | null };
}

/** A part of a list. What has no value comes last descending and first ascending; among equals the id decides, in the same direction. */
export interface CdrPlace {
  readonly order: CdrOrder;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number | null;
}

/** Where a page begins and how long it is. */
export interface CdrPageAt {
  readonly after: string | null;
  readonly descending: boolean;
  readonly limit: number;
}

/** Call logs as Wazo's API lists them. */
export interface CallLogSearch {
  find(filter: CdrFilter, place: CdrPlace): Promise<readonly ListedCall[]>;
  /** By start, newest first (or oldest), from a cursor; next is null at the end. */
  page(filter: CdrFilter, at: CdrPageAt): Promise<{ readonly calls: readonly ListedCall[]; readonly next: string | null }>;
  /** All of them in constant memory, many at a time. */
  stream(filter: CdrFilter, place: CdrPlace): AsyncIterable<readonly ListedCall[]>;
  /** The number of recordings of the call log with most. */
  mostRecordings(filter: CdrFilter, place: CdrPlace): Promise<number>;
  count(filter: CdrFilter, how: 'exact' | 'estimate'): Promise<number>;
  /** Blocked ones too; null when there is none of that id, or it is another tenant's. */
  get(id: number, tenantUuids: readonly [string, ...string[]]): Promise<ListedCall | null>;
  /** The whole call log, by the same rules. */
  getWhole(id: number, tenantUuids: readonly [string, ...string[]]): Promise<CallLog | null>;
}
