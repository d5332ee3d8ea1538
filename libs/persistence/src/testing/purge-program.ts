import pg from 'pg';
import { openDatabase } from '../database.js';
import { purgeInFolder } from './purge-in-folder.js';

/**
 * A purge as a process of its own: `purge-program.js URL FOLDER [STATEMENT]`. With a number it kills itself, by SIGKILL,
 * before it sends that statement: so every step can be the last one.
 */
const [url = '', folder = '', statement = '0'] = process.argv.slice(2);
const last = Number(statement);

let sent = 0;
const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  if (++sent === last) process.kill(process.pid, 'SIGKILL');
  return query.apply(this, args);
} as never;

const database = await openDatabase({ url });
console.log(JSON.stringify(await purgeInFolder(database.pool, folder)));
await database.close();
