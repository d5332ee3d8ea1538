import { generateCallLogs } from '@callstitch/application';
import { generateOptions } from '@callstitch/application/testing';
import { PostgresCallLogBook } from '../book/postgres-call-log-book.js';
import { openDatabase } from '../database.js';
import { PostgresCelStore } from '../postgres-cel-store.js';
import { dieBefore } from './die-before.js';
import { TEST_TENANT } from './generation-subject.js';

/**
 * A generator as a process of its own: `generator-program.js URL [STATEMENT]`. With a number it kills itself, by
 * SIGKILL, before it sends that statement: so every step of a batch can be the last one.
 */
const [url = '', statement = '0'] = process.argv.slice(2);

dieBefore(Number(statement));

const database = await openDatabase({ url });
const book = new PostgresCallLogBook({ pool: database.pool, defaultTenantUuid: TEST_TENANT });
const options = generateOptions(new PostgresCelStore(database.pool), book, { batchRows: 8 });
console.log(JSON.stringify(await generateCallLogs({ kind: 'newest', count: Infinity }, options)));
book.close();
await database.close();
