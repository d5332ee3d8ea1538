import { openDatabase } from '../database.js';
import { dieBefore } from './die-before.js';
import { ALL_BUT_HELD, purgeInFolder } from './purge-in-folder.js';

/**
 * A purge as a process of its own: `purge-program.js URL FOLDER [STATEMENT [ARCHIVE]]`. With a number it kills itself, by
 * SIGKILL, before it sends that statement: so every step can be the last one.
 */
const [url = '', folder = '', statement = '0', archive = ''] = process.argv.slice(2);

// What happens to CELs matters to no archive.
const ARCHIVING = { archive, plan: { ...ALL_BUT_HELD, celsBefore: null } };

dieBefore(Number(statement));

const database = await openDatabase({ url });
console.log(JSON.stringify(await purgeInFolder(database.pool, folder, archive === '' ? {} : ARCHIVING)));
await database.close();
