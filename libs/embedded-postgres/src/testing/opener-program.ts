import { Pool } from 'pg';
import { openEmbeddedPostgres } from '../open-embedded-postgres.ts';
import type { OpenerReply, OpenerRequest } from './opener.ts';

/** Another process that opens the database, as the service and the command do; it does what its test tells it. */
const [, , dataDirectory = ''] = process.argv;
const reply = (message: OpenerReply): void => void process.send?.(message);
const events: string[] = [];

process.on('disconnect', () => process.exit());
try {
  const postgres = await openEmbeddedPostgres({
    dataDirectory,
    log: { info: (event) => events.push(event), warn: (event) => events.push(event) },
  });
  const pool = new Pool({ connectionString: postgres.url, max: 1 });
  pool.on('error', () => undefined);
  process.on('message', (request: OpenerRequest) => {
    void answer(request).then(reply, (error: unknown) => reply({ kind: 'refused', code: 'QUERY', sentence: String(error) }));
  });
  reply({ kind: 'opened', url: postgres.url });

  async function answer(request: OpenerRequest): Promise<OpenerReply> {
    if (request.kind === 'query') {
      return { kind: 'rows', rows: (await pool.query<Record<string, unknown>>(request.sql)).rows };
    }
    if (request.kind === 'look') return { kind: 'seen', url: postgres.url, events };
    await pool.end();
    await postgres.close();
    return { kind: 'closed' };
  }
} catch (error) {
  const { code, message } = error as Error & { code: string };
  reply({ kind: 'refused', code, sentence: message });
}
