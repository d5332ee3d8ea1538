import type { Pool } from 'pg';

/**
 * What must never be found in a book, whoever was killed when: a conversation with two call logs or a call log without
 * its conversation, a linkedid of two conversations, a feed that does not add up to what stands, a row read and not told.
 */
export async function bookFaults(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ fault: string }>(`
    select 'two call logs of conversation ' || conversation_id as fault from call_log group by conversation_id having count(*) > 1
    union all
    select 'call log ' || id || ' without its conversation' from call_log as log
      where not exists (select from conversation as own where own.call_log_id = log.id and own.digest is not null)
    union all
    select 'conversation ' || conversation_id || ' without its call log' from conversation as own
      where digest is not null and not exists (select from call_log as log where log.id = own.call_log_id)
    union all
    select 'linkedid ' || linkedid || ' of a conversation that is not there' from conversation_linkedid as link
      where not exists (select from conversation as own where own.conversation_id = link.conversation_id)
    union all
    select 'the feed says ' || feed.standing || ' of call log ' || feed.call_log_id from (
      select call_log_id, sum(case kind when 'created' then 1 when 'updated' then 0 else -1 end) as standing from call_log_change group by call_log_id
    ) as feed where feed.standing <> (select count(*) from call_log as log where log.id = feed.call_log_id)
    union all
    select 'row ' || cel.id || ' is read, and its conversation is not known' from cel, cel_progress
      where cel.id <@ cel_progress.read and not exists (select from conversation_linkedid as link where link.linkedid = cel.linkedid)
    order by 1`);
  return rows.map(({ fault }) => fault);
}
