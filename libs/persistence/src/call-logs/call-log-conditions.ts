import type { CallLogFilter } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import { likeLiteral } from '../like-literal.js';
import { uuidOf } from '../uuid-of.js';

/** A condition and its values, numbered from `$1`. */
export interface Conditions {
  readonly sql: string;
  readonly values: readonly unknown[];
}

type Parameter = (value: unknown) => string;

/** A text in lower case, anywhere in the lines of names and numbers. */
const searchCondition = (text: string, parameter: Parameter): string => `search like ${parameter(`%${likeLiteral(text.toLowerCase())}%`)}`;

/** A number, or with `*` at one end what begins or ends so; the columns' indexes know beginnings. */
function numberCondition(number: string, parameter: Parameter): string {
  const columns = ['source_number', 'requested_number', 'destination_number'];
  const any = (operator: string, value: string): string => `(${columns.map((column) => `${column} ${operator} ${value}`).join(' or ')})`;
  const begins = number.endsWith('*') && number.length > 1;
  const ends = number.startsWith('*') && number.length > 1 && !begins;
  if (begins) return any('like', parameter(`${likeLiteral(number.slice(0, -1))}%`));
  return ends ? endsCondition(number.slice(1), any, parameter) : any('=', parameter(number));
}

/** Trigrams know the end of a line after two characters. */
const SHORTEST_INDEXED_END = 2;

/**
 * Only the trigrams of all names and numbers know ends: they lead to few rows, of which the columns choose. The `case`
 * hides from PostgreSQL that both say nearly the same; otherwise it expects far fewer rows than there are.
 */
function endsCondition(end: string, any: (operator: string, value: string) => string, parameter: Parameter): string {
  const like = any('like', parameter(`%${likeLiteral(end)}`));
  return end.length < SHORTEST_INDEXED_END
    ? like
    : `${searchCondition(`${end}\n`, parameter)} and case when ${like} then true else false end`;
}

/** The filter as SQL; every value is a parameter. An empty filter is true. */
export function callLogConditions(filter: CallLogFilter): Conditions {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (filter.tenantUuid !== undefined) conditions.push(`tenant_uuid = ${parameter(uuidOf(filter.tenantUuid))}`);
  if (filter.startedFrom !== undefined) conditions.push(`started_at >= ${parameter(formatInstant(filter.startedFrom))}`);
  if (filter.startedUntil !== undefined) conditions.push(`started_at < ${parameter(formatInstant(filter.startedUntil))}`);
  if (filter.direction !== undefined) conditions.push(`direction = ${parameter(filter.direction)}`);
  if (filter.statuses !== undefined) conditions.push(`status = any(${parameter(filter.statuses)}::text[])`);
  if (filter.number !== undefined) conditions.push(numberCondition(filter.number, parameter));
  if (filter.search !== undefined) conditions.push(searchCondition(filter.search, parameter));
  if (filter.tag !== undefined) conditions.push(`tags @> array[${parameter(filter.tag)}]::text[]`);
  if (filter.userUuid !== undefined) conditions.push(`participant_user_uuids @> array[${parameter(uuidOf(filter.userUuid))}]::uuid[]`);
  if (filter.destinationKind !== undefined) conditions.push(`destination_kind = ${parameter(filter.destinationKind)}`);
  if (filter.talkSecondsFrom !== undefined) conditions.push(`talk_seconds >= ${parameter(filter.talkSecondsFrom)}`);
  return { sql: conditions.length === 0 ? 'true' : conditions.join(' and '), values };
}
