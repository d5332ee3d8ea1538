import { temporaryPostgres } from '@callstitch/embedded-postgres';

/** One PostgreSQL for all specs of a run; each makes its own databases in it. A given URL is used instead, to try another version. */
export default async function start() {
  if (process.env.CALLSTITCH_TEST_DATABASE_URL) return;
  globalThis.callstitchPostgres = await temporaryPostgres();
  process.env.CALLSTITCH_TEST_DATABASE_URL = globalThis.callstitchPostgres.url;
}
