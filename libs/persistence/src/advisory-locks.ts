/**
 * First keys of the advisory locks that Callstitch takes; the second key says which one of its kind.
 * They are shared by all users of a database, so a new kind gets a new number here and nowhere else.
 */
export const ADVISORY_LOCKS = {
  /** Second key: id of a `cel_claim`. */
  claim: 4207,
  /** Second key: one of `SCHEMA_LOCKS`. */
  schema: 4208,
  /** Second key: 0; one import at a time decides what is known. */
  imports: 4209,
  /** Second key: 0; one purge, or one sweep of recordings, at a time. */
  purge: 4210,
  /** Second key: hash of the uuid of an export; one worker at a time packs it. */
  exports: 4211,
  /** Second key: hash of a source and a linkedid; one node at a time tells that conversation live. */
  live: 4212,
  /** Second key: hash of the name of a publisher; one process at a time announces by it. */
  announcements: 4213,
  /** Second key: hash of the id of a voicemail message; one at a time is written down. */
  transcriptions: 4214,
} as const;

/** What changes the schema, one process at a time. */
export const SCHEMA_LOCKS = { migrate: 1, partitions: 2, celTable: 3, celTrigger: 4 } as const;

/** Statement that waits for a lock and holds it until the end of the transaction, so that a lost connection frees it. */
export function holdSchemaLock(lock: keyof typeof SCHEMA_LOCKS): string {
  return `select pg_advisory_xact_lock(${ADVISORY_LOCKS.schema}, ${SCHEMA_LOCKS[lock]})`;
}
