import { openDatabase } from '../database.js';
import { dieBefore } from './die-before.js';
import { removeInFolder } from './remove-in-folder.js';

/** Removes a tenant in a process of its own: `remove-program.js URL FOLDER TENANT STATEMENT`; it kills itself before it sends that statement. */
const [url = '', folder = '', tenantUuid = '', statement = '0'] = process.argv.slice(2);

dieBefore(Number(statement));

const database = await openDatabase({ url });
await removeInFolder(database.pool, folder, tenantUuid);
await database.close();
