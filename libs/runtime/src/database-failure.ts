import { CallstitchError } from '@callstitch/domain';

const LOST =
  'The connection to the database was lost (%s). What was finished before stays; run the command again when the database is back.';
const REFUSED = 'The database does not permit it: %s. Grant it to the user of the URL, or use another user.';
const READ_ONLY = 'The database is read-only: %s. Name the primary server in DATABASE_URL.';
const FULL = 'The database cannot go on: %s. Give it room, then run the command again.';

/** Codes of the system and of PostgreSQL that are no defect of ours. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: LOST,
  ECONNRESET: LOST,
  EPIPE: LOST,
  ETIMEDOUT: LOST,
  '08000': LOST,
  '08003': LOST,
  '08006': LOST,
  '57P01': LOST,
  '57P02': LOST,
  '57P03': LOST,
  '25006': READ_ONLY,
  '42501': REFUSED,
  '53100': FULL,
  '53200': FULL,
  '53300': FULL,
};

const LOST_WITHOUT_CODE = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** What went wrong in the middle of some work on the database, as a sentence that helps; any other error stays as it is. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return databaseFailure(error.errors[0]);
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const sentence = SENTENCES[code] ?? (LOST_WITHOUT_CODE.test(error.message) ? LOST : null);
  if (sentence === null) return error;
  return new CallstitchError('DATABASE_UNREACHABLE', sentence.replace('%s', error.message.replace(/\.$/, '')), { cause: error });
}

/** Does some work on the database; its failures are in a person's words. */
export async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw databaseFailure(error);
  }
}
