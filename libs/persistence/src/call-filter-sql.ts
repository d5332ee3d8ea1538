import type { CallFilter } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import { uuidOf } from './uuid-of.js';

/** Adds a value to a statement and gives the name that the statement calls it by. */
export type Bind = (value: unknown) => string;

/**
 * Which rows of `call_log`, as a condition that is true or false and never unknown: none of its columns is null. Every
 * value is bound. The other reading of the same filter is `matches`; one golden table holds them together.
 */
export function callFilterSql(filter: CallFilter, bind: Bind): string {
  switch (filter.kind) {
    case 'some':
      return joined(filter.filters, ' or ', 'false', bind);
    case 'every':
      return joined(filter.filters, ' and ', 'true', bind);
    case 'not':
      return `not (${callFilterSql(filter.filter, bind)})`;
    case 'started-before':
      return `started_at < ${bind(formatInstant(filter.at))}::timestamptz`;
    case 'ended-before':
      return `ended_at < ${bind(formatInstant(filter.at))}::timestamptz`;
    case 'tagged':
      return taggedSql(filter.tag, filter.tagger, bind);
    case 'tenant':
      return `tenant_uuid = ${bind(uuidOf(filter.tenantUuid))}::uuid`;
    case 'direction':
      return `direction = ${bind(filter.direction)}::text`;
    case 'status':
      return `status = ${bind(filter.status)}::text`;
    case 'talked':
      return `talk_seconds >= ${bind(filter.seconds)}::double precision`;
  }
}

function joined(filters: readonly CallFilter[], word: string, ofNone: string, bind: Bind): string {
  return filters.length === 0 ? ofNone : `(${filters.map((one) => callFilterSql(one, bind)).join(word)})`;
}

/** The words have an index; who put them there is looked at afterwards. */
function taggedSql(tag: string, tagger: string | null, bind: Bind): string {
  const word = `tags @> array[${bind(tag)}]::text[]`;
  return tagger === null ? word : `(${word} and tag_details @> ${bind(JSON.stringify([{ tag, tagger }]))}::jsonb)`;
}
