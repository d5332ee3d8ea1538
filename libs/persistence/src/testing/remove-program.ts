import pg from 'pg';
import { openDatabase } from '../database.js';
import { removeInFolder } from './remove-in-folder.js';

/** Removes a tenant in a process of its own: `remove-program.js URL FOLDER TENANT STATEMENT`; it kills itself before it sends that statement. */
const [url = '', folder = '', tenantUuid = '', statement = '0'] = process.argv.slice(2);
const last = Number(statement);

let sent = 0;
const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  if (++sent === last) process.kill(process.pid, 'SIGKILL');
  return query.apply(this, args);
} as never;

const database = await openDatabase({ url });
await removeInFolder(database.pool, folder, tenantUuid);
await database.close();
