import { temporaryPostgres } from '@callstitch/embedded-postgres';

/** One PostgreSQL for the specs that ask the service over HTTP; each makes its own database in it. */
export default async function start() {
  globalThis.callstitchPostgres = await temporaryPostgres();
  process.env.CALLSTITCH_TEST_DATABASE_URL = globalThis.callstitchPostgres.url;
}
