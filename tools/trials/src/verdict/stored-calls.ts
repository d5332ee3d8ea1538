import pg from 'pg';

/** What a database holds of each conversation. */
export interface StoredCalls {
  /** Each call log without its id and version, as JSON whose keys are in one order; by conversation. */
  readonly records: ReadonlyMap<string, string>;
  /** Call logs of each conversation. */
  readonly callLogs: ReadonlyMap<string, number>;
  /** Changes that say `created`, of each conversation. */
  readonly created: ReadonlyMap<string, number>;
  /** Every change, in the order of the feed. */
  readonly seqs: readonly string[];
}

/** Ids are given in the order in which calls come, and a call that is told twice is at version 2. */
const OF_THE_WAY = `'{id,version}'::text[]`;

export async function storedCalls(url: string): Promise<StoredCalls> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: logs } = await client.query<{ conversation: string; record: string }>(
      `select conversation_id as conversation, (to_jsonb(call_log) - ${OF_THE_WAY})::text as record from call_log order by id`,
    );
    const { rows: changes } = await client.query<{ place: string; kind: string; conversation: string }>(
      `select xid::text || '-' || seq as place, kind, conversation_id as conversation from call_log_change order by xid, seq`,
    );
    return {
      records: new Map(logs.map(({ conversation, record }) => [conversation, record])),
      callLogs: counted(logs.map(({ conversation }) => conversation)),
      created: counted(changes.filter(({ kind }) => kind === 'created').map(({ conversation }) => conversation)),
      seqs: changes.map(({ place }) => place),
    };
  } finally {
    await client.end();
  }
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
