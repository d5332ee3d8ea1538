import type { CdrOrder } from '@callstitch/application';

interface Key {
  readonly sql: string;
  /** Never null: PostgreSQL may then read an index that says nothing of nulls. */
  readonly always?: boolean;
}

const always = (sql: string): Key => ({ sql, always: true });
const orNull = (sql: string): Key => ({ sql });

const KEYS: Readonly<Record<CdrOrder, Key>> = {
  start: always('started_at'),
  answer: orNull('answered_at'),
  duration: orNull('duration_seconds'),
  call_status: always(`case wazo_status when 'unknown' then 1 when 'blocked' then 2 when 'voicemail' then 3 else 4 end`),
  call_direction: always('direction'),
  conversation_id: always('conversation_id'),
  id: always('id'),
  tenant_uuid: always('tenant_uuid'),
  destination_extension: orNull(`destination ->> 'number'`),
  destination_name: orNull(`destination ->> 'name'`),
  destination_internal_extension: orNull(`destination ->> 'internalNumber'`),
  destination_internal_context: orNull(`destination ->> 'internalContext'`),
  destination_details: always(
    `case when destination -> 'details' ->> 'type' in ('user', 'group', 'conference', 'meeting', 'voicemail')
       then destination -> 'details' ->> 'type' else 'unknown' end`,
  ),
  destination_line_id: orNull('destination_line_id'),
  destination_user_uuid: orNull('destination_user_uuid'),
  requested_name: orNull(`requested ->> 'name'`),
  requested_extension: orNull(`requested ->> 'number'`),
  requested_context: orNull(`requested ->> 'context'`),
  requested_internal_extension: orNull(`requested ->> 'internalNumber'`),
  requested_internal_context: orNull(`requested ->> 'internalContext'`),
  requested_user_uuid: orNull('requested_user_uuid'),
  source_extension: always('source_number'),
  source_name: always('source_name'),
  source_internal_name: orNull('source_internal_name'),
  source_internal_extension: orNull(`source ->> 'internalNumber'`),
  source_internal_context: orNull(`source ->> 'internalContext'`),
  source_line_id: orNull('source_line_id'),
  source_user_uuid: orNull('source_user_uuids[1]'),
};

/** An `order by`: what has no value comes last descending and first ascending, then the id in the same direction. */
export function cdrOrderSql({ order, descending }: { readonly order: CdrOrder; readonly descending: boolean }): string {
  const { sql, always: never } = KEYS[order];
  const way = descending ? 'desc' : 'asc';
  const nulls = never === true ? '' : ` nulls ${descending ? 'last' : 'first'}`;
  return order === 'id' ? `order by id ${way}` : `order by ${sql} ${way}${nulls}, id ${way}`;
}
