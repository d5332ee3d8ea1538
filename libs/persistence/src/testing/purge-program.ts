import pg from 'pg';
import { openDatabase } from '../database.js';
import { ALL_BUT_HELD, purgeInFolder } from './purge-in-folder.js';

/**
 * A purge as a process of its own: `purge-program.js URL FOLDER [STATEMENT [ARCHIVE]]`. With a number it kills itself, by
 * SIGKILL, before it sends that statement: so every step can be the last one.
 */
const [url = '', folder = '', statement = '0', archive = ''] = process.argv.slice(2);
const last = Number(statement);

// What happens to CELs matters to no archive.
const ARCHIVING = { archive, plan: { ...ALL_BUT_HELD, celsBefore: null } };

let sent = 0;
const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  if (++sent === last) process.kill(process.pid, 'SIGKILL');
  return query.apply(this, args);
} as never;

const database = await openDatabase({ url });
console.log(JSON.stringify(await purgeInFolder(database.pool, folder, archive === '' ? {} : ARCHIVING)));
await database.close();
