import { runJob } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import { openDatabase } from '../database.js';
import { PostgresJobBook } from '../jobs/postgres-job-book.js';

/**
 * A node as a process of its own: `job-program.js URL NAME [HANGS]`. It ticks when it is told an instant by a
 * line on its input, writes what it did into the table `polished`, and prints how each tick ended. With a third word it hangs inside
 * its first run, for whoever kills it.
 */
const [url = '', name = '', hangs = ''] = process.argv.slice(2);

const database = await openDatabase({ url });
const book = new PostgresJobBook(database.pool);
const parts = {
  book,
  pulse: { every: () => () => undefined },
  now: () => instant(Date.now() * 1_000),
  stopping: () => false,
  retry: { afterMinutes: 5, times: 3 },
};
const job = {
  name: 'polish',
  description: 'Polishes shoes.',
  async run() {
    await database.pool.query('insert into polished (node) values ($1)', [name]);
    if (hangs !== '') {
      console.log('hangs');
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    }
    return { node: name };
  },
};

process.stdin.setEncoding('utf8');
let heard = '';
for await (const text of process.stdin) {
  heard += text as string;
  for (let end = heard.indexOf('\n'); end !== -1; end = heard.indexOf('\n')) {
    const tick = Number(heard.slice(0, end));
    heard = heard.slice(end + 1);
    const { kind } = await runJob(job, { trigger: 'schedule', tick: instant(tick), holder: `${name} ${tick}` }, parts);
    console.log(`${tick} ${kind}`);
  }
}
await database.close();
