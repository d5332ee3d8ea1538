import type { CdrFilter, CdrStatus } from '@callstitch/application';
import { numberPattern, recordingInSearch } from '@callstitch/application';
import { formatInstant, isUuid } from '@callstitch/domain';
import type { Bind } from '../call-filter-sql.js';
import { likeLiteral } from '../like-literal.js';
import { uuidOf } from '../uuid-of.js';

type Given = { readonly [Key in Exclude<keyof CdrFilter, 'statuses' | 'blockedToo' | 'distinctPeers'>]-?: NonNullable<CdrFilter[Key]> };

/** Which rows of `call_log` a filter picks, its `distinctPeers` aside; every value is bound. */
export function cdrConditions(filter: CdrFilter, bind: Bind): string {
  const conditions = Object.entries(CONDITIONS).flatMap(([key, condition]) => {
    const value = filter[key as keyof Given];
    return value === undefined ? [] : [(condition as (value: unknown, bind: Bind) => string)(value, bind)];
  });
  return [...conditions, statusCondition(filter)].join(' and ');
}

const CONDITIONS: { readonly [Key in keyof Given]: (value: Given[Key], bind: Bind) => string } = {
  tenantUuids: tenantCondition,
  startedFrom: (at, bind) => `started_at >= ${bind(formatInstant(at))}::timestamptz`,
  startedUntil: (at, bind) => `started_at < ${bind(formatInstant(at))}::timestamptz`,
  search: searchCondition,
  direction: (direction, bind) => `direction = ${bind(direction)}::text`,
  number: numberCondition,
  tags: (tags, bind) => `tags @> ${bind(tags)}::text[]`,
  userUuids: usersCondition,
  participantUuid: (uuid, bind) => `participant_user_uuids @> array[${bind(uuidOf(uuid))}]::uuid[]`,
  fromId: (id, bind) => `id >= ${bind(whole(id))}::bigint`,
  ids: (ids, bind) => `id = any(${bind(ids.map(whole))}::bigint[])`,
  conversationId: (id, bind) => `conversation_id = ${bind(id)}::text`,
  requestedInternalNumber: (number, bind) => `requested ->> 'internalNumber' = ${bind(number)}::text`,
  requestedInternalContext: (context, bind) => `requested ->> 'internalContext' = ${bind(context)}::text`,
  recorded: (recorded) => (recorded ? 'recording_count > 0' : 'recording_count = 0'),
  durationMin: (seconds, bind) => `duration_seconds >= ${bind(whole(Math.ceil(seconds)))}::bigint`,
  durationMax: (seconds, bind) => `duration_seconds <= ${bind(whole(Math.floor(seconds)))}::bigint`,
  // The index leaves out what is common.
  hangupCause: (cause, bind) => `hangup_cause = ${bind(whole(cause))}::bigint${cause === 16 ? '' : ' and hangup_cause <> 16'}`,
  destinationKinds: (kinds, bind) => `destination_kind = any(${bind(kinds)}::text[])`,
};

/** Whatever number somebody asks for, PostgreSQL can be asked. */
function whole(number: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number));
}

/** One is said as one: then an index of the tenant's gives its rows in order. */
function tenantCondition(tenantUuids: readonly [string, ...string[]], bind: Bind): string {
  return tenantUuids.length === 1
    ? `tenant_uuid = ${bind(uuidOf(tenantUuids[0]))}::uuid`
    : `tenant_uuid = any(${bind(tenantUuids.map(uuidOf))}::uuid[])`;
}

/**
 * A condition that holds whenever another does and has an index, and the other. The `case` hides from PostgreSQL that both
 * say nearly the same; otherwise it expects far fewer rows than there are.
 */
const narrowed = (indexed: string, exact: string): string => `${indexed} and case when ${exact} then true else false end`;

/** Trigrams lead to few rows, of which the lines of source and destination choose: they come before the form feed. */
function searchCondition(search: string, bind: Bind): string {
  const named = recordingInSearch(search);
  if (named === null) {
    const like = `like ${bind(`%${likeLiteral(search.toLowerCase())}%`)}::text`;
    return narrowed(`search ${like}`, `split_part(search, E'\\f', 1) ${like}`);
  }
  if (!isUuid(named.uuid)) return 'false';
  return `id = ${bind(whole(named.callLogId))}::bigint and exists (select from recording
    where recording.call_log_id = call_log.id and recording.started_at = call_log.started_at and uuid = ${bind(named.uuid)}::uuid)`;
}

function numberCondition(number: string, bind: Bind): string {
  const { text, anyBefore, anyAfter } = numberPattern(number);
  const any = (test: string): string => `(source_number ${test} or destination_number ${test})`;
  if (!anyBefore && !anyAfter) return any(`= ${bind(text)}::text`);
  const like = any(`like ${bind(`${anyBefore ? '%' : ''}${likeLiteral(text)}${anyAfter ? '%' : ''}`)}::text`);
  if (!anyBefore) return like;
  // Only the trigrams of all names and numbers know middles and ends; an end has the end of a line.
  return narrowed(`search like ${bind(`%${likeLiteral(text.toLowerCase())}${anyAfter ? '' : '\n'}%`)}::text`, like);
}

function usersCondition(uuids: readonly string[], bind: Bind): string {
  const users = `${bind(uuids.map(uuidOf))}::uuid[]`;
  return narrowed(`participant_user_uuids && ${users}`, `source_user_uuids && ${users} or destination_user_uuid = any(${users})`);
}

/** Statuses are spelled out, so that PostgreSQL sees which indexes hold them. */
const STATUSES: Readonly<Record<CdrStatus, string>> = {
  answered: `wazo_status = 'answered'`,
  voicemail: `wazo_status = 'voicemail'`,
  unknown: `wazo_status = 'unknown'`,
  // The same calls; this status has an index.
  blocked: `status = 'blocked'`,
};

const NOT_BLOCKED = `wazo_status <> 'blocked'`;

function statusCondition({ statuses, blockedToo = false }: CdrFilter): string {
  if (statuses === undefined) return blockedToo ? 'true' : NOT_BLOCKED;
  const wanted = [...new Set(statuses)];
  if (wanted.length === 0) return 'false';
  if (wanted.length === Object.keys(STATUSES).length) return 'true';
  const any = `(${wanted.map((status) => STATUSES[status]).join(' or ')})`;
  // The index of what is shown holds neither.
  return wanted.includes('blocked') ? any : `${NOT_BLOCKED} and ${any}`;
}
