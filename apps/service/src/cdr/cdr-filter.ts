import type { CdrFilter, CdrPlace } from '@callstitch/application';
import type { Tenants } from '../access/tenants.js';
import type { CdrQuery } from './cdr-query.js';
import { ORDERS } from './cdr-query.js';

/** Whose calls a listing is about. */
export interface CdrScope {
  readonly tenants: Tenants;
  /** `me`: calls in which this user took part in any way. */
  readonly participantUuid?: string;
  /** The user of the path, in place of the query's users. */
  readonly userUuid?: string;
}

/** What a query asks for, in its scope. */
export function filterOf(query: Readonly<Partial<CdrQuery>>, { tenants, participantUuid, userUuid }: CdrScope): CdrFilter {
  const { from, until, search, callDirection, number, tags, fromId, conversationId, recorded, callStatuses } = query;
  const { requestedInternalExtension, requestedInternalContext, durationMin, durationMax, hangupCause, destinationKinds } = query;
  const userUuids = userUuid === undefined ? query.userUuids : [userUuid];
  const ofUsers = participantUuid ?? userUuid;
  return {
    tenantUuids: tenants,
    ...(from === undefined ? {} : { startedFrom: from }),
    ...(until === undefined ? {} : { startedUntil: until }),
    ...(search === undefined || search === '' ? {} : { search }),
    ...(callDirection === undefined ? {} : { direction: callDirection }),
    ...(number === undefined ? {} : { number }),
    ...(tags === undefined ? {} : { tags }),
    ...(userUuids === undefined ? {} : { userUuids }),
    ...(participantUuid === undefined ? {} : { participantUuid }),
    ...(fromId === undefined ? {} : { fromId }),
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(requestedInternalExtension === undefined ? {} : { requestedInternalNumber: requestedInternalExtension }),
    ...(requestedInternalContext === undefined ? {} : { requestedInternalContext }),
    ...(recorded === undefined ? {} : { recorded }),
    ...(callStatuses === undefined ? {} : { statuses: callStatuses }),
    ...(durationMin === undefined ? {} : { durationMin }),
    ...(durationMax === undefined ? {} : { durationMax }),
    ...(hangupCause === undefined ? {} : { hangupCause }),
    ...(destinationKinds === undefined ? {} : { destinationKinds }),
    ...(query.distinct === undefined ? {} : { distinctPeers: { ofUsers: ofUsers === undefined ? null : [ofUsers] } }),
  };
}

/** All that there is in a scope, blocked calls included: what `total` counts. */
export function everythingIn({ tenants, participantUuid }: CdrScope): CdrFilter {
  return { tenantUuids: tenants, blockedToo: true, ...(participantUuid === undefined ? {} : { participantUuid }) };
}

/** Which part of them, in which order. */
export function placeOf({ order, direction, limit, offset }: CdrQuery): CdrPlace {
  return { order: ORDERS[order] ?? 'start', descending: direction === 'desc', offset, limit: limit === 0 ? null : limit };
}
