import type { CallLog } from '@callstitch/domain';
import type { CdrFilter } from '../read/call-log-search.js';
import type { CdrFacts } from '../read/cdr-facts.js';
import { cdrFacts } from '../read/cdr-facts.js';
import { numberPattern } from '../read/number-pattern.js';
import { recordingInSearch } from '../read/recording-in-search.js';

/** Whether a filter picks a call log, its `distinctPeers` aside: the plain reading that the database's must agree with. */
export function matchesCdrFilter(call: CallLog, filter: CdrFilter): boolean {
  const facts = cdrFacts(call);
  const { destination, requested, recordings, hangup, id, tags } = call;
  return (
    filter.tenantUuids.some((uuid) => isSame(uuid, call.tenantUuid)) &&
    given(filter.startedFrom, (at) => call.startedAt >= at) &&
    given(filter.startedUntil, (at) => call.startedAt < at) &&
    given(filter.search, (text) => isFound(call, text)) &&
    given(filter.direction, (direction) => call.direction === direction) &&
    given(filter.number, (number) => isNumbered(call, number)) &&
    given(filter.tags, (wanted) => wanted.every((word) => tags.some(({ tag }) => tag === word))) &&
    given(filter.userUuids, (uuids) => uuids.some((uuid) => isTheirs(facts, uuid))) &&
    given(filter.participantUuid, (uuid) => tookPart(call, uuid)) &&
    given(filter.fromId, (from) => id !== null && id >= from) &&
    given(filter.ids, (ids) => id !== null && ids.includes(id)) &&
    given(filter.conversationId, (conversationId) => call.conversationId === conversationId) &&
    given(filter.requestedInternalNumber, (number) => requested.internalNumber === number) &&
    given(filter.requestedInternalContext, (context) => requested.internalContext === context) &&
    given(filter.recorded, (recorded) => recordings.length > 0 === recorded) &&
    isShown(facts, filter) &&
    given(filter.durationMin, (least) => facts.durationSeconds !== null && facts.durationSeconds >= least) &&
    given(filter.durationMax, (most) => facts.durationSeconds !== null && facts.durationSeconds <= most) &&
    given(filter.hangupCause, (cause) => hangup.cause === cause) &&
    given(filter.destinationKinds, (kinds) => kinds.includes(destination.kind))
  );
}

function given<Value>(value: Value | undefined, holds: (value: Value) => boolean): boolean {
  return value === undefined || holds(value);
}

const isSame = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();

function isFound({ id, source, destination, recordings }: CallLog, search: string): boolean {
  const named = recordingInSearch(search);
  if (named !== null) return named.callLogId === id && recordings.some(({ uuid }) => uuid === named.uuid);
  const texts = [source.name, source.number, destination.name, destination.number];
  return texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
}

function isNumbered({ source, destination }: CallLog, number: string): boolean {
  const { text, anyBefore, anyAfter } = numberPattern(number);
  return [source.number, destination.number ?? ''].some((one) => {
    if (anyBefore) return anyAfter ? one.includes(text) : one.endsWith(text);
    return anyAfter ? one.startsWith(text) : one === text;
  });
}

function isTheirs({ sourceUserUuids, destinationUserUuid }: CdrFacts, uuid: string): boolean {
  return [...sourceUserUuids, destinationUserUuid].some((one) => isSame(uuid, one));
}

function tookPart({ source, destination, answeredBy, participants }: CallLog, uuid: string): boolean {
  return [source, destination, answeredBy, ...participants].some((one) => isSame(uuid, one?.userUuid ?? null));
}

function isShown({ status }: CdrFacts, { statuses, blockedToo = false }: CdrFilter): boolean {
  return statuses === undefined ? blockedToo || status !== 'blocked' : statuses.includes(status);
}
