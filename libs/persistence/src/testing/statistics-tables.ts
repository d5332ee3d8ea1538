import type { StatisticsRows } from '@callstitch/application/testing';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';

const TABLES = `
  create type call_exit_type as enum
    ('full', 'closed', 'joinempty', 'leaveempty', 'divert_ca_ratio', 'divert_waittime', 'answered', 'abandoned', 'timeout');
  create table stat_agent (id serial primary key, name varchar(128) not null, tenant_uuid varchar(36) not null, agent_id int, deleted bool);
  create table stat_queue (id serial primary key, name varchar(128) not null, tenant_uuid varchar(36) not null, queue_id int, deleted bool);
  create table stat_agent_periodic (
    id serial primary key, time timestamptz not null, login_time interval not null, pause_time interval not null, wrapup_time interval not null,
    stat_agent_id int references stat_agent, stat_queue_id int references stat_queue
  );
  create table stat_queue_periodic (
    id serial primary key, time timestamptz not null, answered int not null default 0, abandoned int not null default 0, total int not null default 0,
    "full" int not null default 0, closed int not null default 0, joinempty int not null default 0, leaveempty int not null default 0,
    divert_ca_ratio int not null default 0, divert_waittime int not null default 0, timeout int not null default 0,
    stat_queue_id int references stat_queue
  );
  create table stat_call_on_queue (
    id serial primary key, callid varchar(32) not null, time timestamptz not null, ringtime int not null default 0, talktime int not null default 0,
    waittime int not null default 0, status call_exit_type not null, stat_queue_id int references stat_queue, stat_agent_id int references stat_agent
  )`;

/** The tables that another tool fills, with some rows. */
export async function makeStatistics(pool: Pool, rows: StatisticsRows): Promise<void> {
  await pool.query(TABLES);
  for (const kind of ['agent', 'queue'] as const) {
    for (const { key, id, name, tenantUuid, deleted } of rows[`${kind}s`]) {
      const values = [key, name, tenantUuid, id, deleted];
      await pool.query(`insert into stat_${kind} (id, name, tenant_uuid, ${kind}_id, deleted) values ($1, $2, $3, $4, $5)`, values);
    }
  }
  for (const { at, login, pause, wrapup, agent, queue } of rows.agentSlices) {
    await pool.query(
      `insert into stat_agent_periodic (time, login_time, pause_time, wrapup_time, stat_agent_id, stat_queue_id)
       values ($1, make_interval(secs => $2), make_interval(secs => $3), make_interval(secs => $4), $5, $6)`,
      [formatInstant(at), login, pause, wrapup, agent, queue],
    );
  }
  for (const { at, queue, ...one } of rows.queueSlices) {
    await pool.query(
      `insert into stat_queue_periodic (time, stat_queue_id, total, answered, abandoned, "full", closed, joinempty, leaveempty, timeout,
         divert_ca_ratio, divert_waittime) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[formatInstant(at), queue, one.total, one.answered, one.abandoned, one.full, one.closed, one.joinempty, one.leaveempty],
        ...[one.timeout, one.divertedByRatio, one.divertedByWait],
      ],
    );
  }
  for (const { at, queue, agent, status, talk, wait } of rows.calls) {
    await pool.query(
      `insert into stat_call_on_queue (callid, time, talktime, waittime, status, stat_queue_id, stat_agent_id)
       values ('1.1', $1, $2, $3, $4, $5, $6)`,
      [formatInstant(at), talk, wait, status, queue, agent],
    );
  }
}
