import { Migration } from '@mikro-orm/migrations';

/** The first tables: the book of read CELs, conversations, call logs, recordings, the change feed and the record of runs. */
export class Migration20261124CallLogs extends Migration {
  override name = 'migration-20261124-call-logs';

  override up(): void {
    this.addSql(`create extension if not exists pg_trgm`);

    this.addSql(`create table cel_progress (
      source text primary key,
      read int8multirange not null default '{}',
      highest_id bigint, highest_digest text
    )`);

    this.addSql(`create table cel_claim (
      id int generated always as identity primary key,
      source text not null, span int8range not null, claimed_at timestamptz not null default now()
    )`);

    this.addSql(`create table conversation (
      source text not null, conversation_id text not null,
      state text not null constraint conversation_state_check check (state in ('told', 'open', 'refused', 'forgotten', 'purged')),
      reason text,
      linkedids text[] not null,
      cel_count int not null, first_cel_id bigint not null, last_cel_id bigint not null, last_event_at timestamptz not null,
      teller text not null,
      call_log_id bigint, tenant_uuid uuid, started_at timestamptz, version int not null default 0,
      digest bytea,
      updated_at timestamptz not null default now(),
      primary key (source, conversation_id)
    )`);
    this.addSql(`create index conversation_open_by_last_event on conversation (source, last_event_at) where state = 'open'`);
    this.addSql(`create index conversation_refused on conversation (source, reason) where state = 'refused'`);
    this.addSql(`create index conversation_by_start on conversation (started_at) where call_log_id is not null`);

    // A linkedid belongs to one conversation: two processes that tell the same one meet at this key.
    this.addSql(`create table conversation_linkedid (
      source text not null, linkedid text not null, conversation_id text not null,
      primary key (source, linkedid)
    )`);
    this.addSql(`create index conversation_linkedid_by_conversation on conversation_linkedid (source, conversation_id)`);

    this.addSql(`create sequence call_log_id_seq`);
    // Partitions are months in UTC, made when first needed. There is no default one: rows in it would forbid their month.
    this.addSql(`create table call_log (
      tenant_uuid uuid not null, started_at timestamptz not null, id bigint not null,
      version int not null, conversation_source text not null, conversation_id text not null, linkedids text[] not null,
      answered_at timestamptz, ended_at timestamptz not null,
      direction text not null constraint call_log_direction_check check (direction in ('internal', 'inbound', 'outbound')),
      status text not null
        constraint call_log_status_check check (status in ('answered', 'missed', 'busy', 'failed', 'voicemail', 'blocked')),
      closed_by text not null constraint call_log_closed_by_check check (closed_by in ('end', 'channels', 'silence')),
      ring_seconds double precision not null, talk_seconds double precision not null,
      source_name text not null, source_number text not null, requested_number text not null,
      destination_kind text not null, destination_name text not null, destination_number text not null,
      answered_by_number text, hangup_cause int,
      source jsonb not null, requested jsonb not null, destination jsonb not null, answered_by jsonb, participants jsonb not null,
      hangup jsonb not null, transfers jsonb not null, journey jsonb not null,
      source_internal_name text, user_field text, reached_voicemail boolean not null default false,
      tags text[] not null default '{}', tag_details jsonb not null default '[]',
      participant_user_uuids uuid[] not null default '{}',
      search text not null,
      wazo_status text not null
        constraint call_log_wazo_status_check check (wazo_status in ('answered', 'blocked', 'voicemail', 'unknown')),
      duration_seconds int, recording_count int not null default 0,
      source_user_uuids uuid[] not null default '{}', source_line_id int,
      destination_user_uuid uuid, destination_line_id int, requested_user_uuid uuid,
      primary key (tenant_uuid, started_at, id)
    ) partition by range (started_at)`);
    this.addSql(`create index call_log_by_id on call_log (id)`);
    // For pages of all tenants; those of one are in the order of the primary key.
    this.addSql(`create index call_log_by_start on call_log (started_at desc, id desc) include (tenant_uuid, wazo_status)`);
    // What Wazo's API lists when it is asked for nothing special: deep pages and counts read no call log.
    this.addSql(
      `create index call_log_shown on call_log (tenant_uuid, started_at desc, id desc) include (wazo_status) where wazo_status <> 'blocked'`,
    );
    this.addSql(`create index call_log_voicemail on call_log (tenant_uuid, started_at desc, id desc) where wazo_status = 'voicemail'`);
    this.addSql(`create index call_log_recorded on call_log (tenant_uuid, started_at desc, id desc) where recording_count > 0`);
    this.addSql(`create index call_log_by_duration on call_log (tenant_uuid, duration_seconds nulls first, id)`);
    this.addSql(
      `create index call_log_by_hangup_cause on call_log (tenant_uuid, hangup_cause, started_at desc, id desc) where hangup_cause <> 16`,
    );
    this.addSql(`create index call_log_by_conversation on call_log (conversation_id)`);
    this.addSql(
      `create index call_log_by_requested_internal on call_log (tenant_uuid, (requested ->> 'internalNumber'), started_at desc)
         where requested ->> 'internalNumber' is not null`,
    );
    this.addSql(`create index call_log_by_direction on call_log (tenant_uuid, direction, started_at desc, id desc) include (wazo_status)`);
    this.addSql(`create index call_log_by_status on call_log (tenant_uuid, status, started_at desc, id desc)`);
    for (const number of ['source_number', 'requested_number', 'destination_number']) {
      this.addSql(`create index call_log_by_${number} on call_log (tenant_uuid, ${number} text_pattern_ops, started_at desc)`);
    }
    this.addSql(`create index call_log_by_destination_kind on call_log (tenant_uuid, destination_kind, started_at desc)`);
    this.addSql(`create index call_log_by_talk_seconds on call_log (tenant_uuid, talk_seconds)`);
    this.addSql(`create index call_log_by_tag on call_log using gin (tags)`);
    this.addSql(`create index call_log_by_user on call_log using gin (participant_user_uuids)`);
    this.addSql(`create index call_log_by_text on call_log using gin (search gin_trgm_ops)`);

    // No foreign key to call_log: it would keep a month from being dropped.
    this.addSql(`create table recording (
      tenant_uuid uuid not null, started_at timestamptz not null, uuid uuid not null,
      call_log_id bigint not null,
      recording_started_at timestamptz not null, recording_ended_at timestamptz not null,
      path text, deleted_at timestamptz,
      primary key (tenant_uuid, started_at, uuid)
    ) partition by range (started_at)`);
    this.addSql(`create index recording_by_call_log on recording (call_log_id)`);
    this.addSql(`create index recording_by_uuid on recording (uuid)`);
    this.addSql(`create index recording_deleted on recording (deleted_at, uuid) where deleted_at is not null and path is not null`);

    this.addSql(`create table call_log_change (
      tenant_uuid uuid not null, seq bigint generated always as identity,
      xid xid8 not null default pg_current_xact_id(), at timestamptz not null default now(),
      kind text not null constraint call_log_change_kind_check check (kind in ('created', 'updated', 'deleted', 'purged')),
      call_log_id bigint not null, conversation_source text not null, conversation_id text not null, version int not null,
      merged_into bigint, purge_run_id bigint,
      primary key (tenant_uuid, seq)
    )`);
    this.addSql(`create index call_log_change_by_xid on call_log_change (xid, seq)`);
    this.addSql(`create index call_log_change_purged on call_log_change (call_log_id) where kind = 'purged'`);

    this.addSql(`create table generate_run (
      id bigint generated always as identity primary key,
      started_at timestamptz not null default now(), ended_at timestamptz,
      trigger text not null, options jsonb not null, result jsonb, error text
    )`);
    this.addSql(`create index generate_run_by_start on generate_run (started_at)`);

    this.addSql(`create table purge_run (
      id bigint generated always as identity primary key,
      started_at timestamptz not null default now(), ended_at timestamptz,
      trigger text not null, plan jsonb not null, report jsonb, error text
    )`);

    // A month that a purge takes is detached and becomes a child of this table until it is written down that its calls are
    // purged: so it is gone at once, and a purge that is killed meanwhile loses no word of it. Only its children have rows.
    this.addSql(`create table purged_call_log (
      tenant_uuid uuid not null, started_at timestamptz not null, id bigint not null,
      version int not null, conversation_source text not null, conversation_id text not null,
      primary key (tenant_uuid, started_at, id)
    )`);

    this.addSql(`create table tenant_retention (
      tenant_uuid uuid primary key, call_log_days int, recording_days int, export_days int
    )`);
  }
}
