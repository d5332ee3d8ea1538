import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { MigrateOptions } from './migrate.js';

const ABOUT_TRIGGER = `
The trigger sends a notification (NOTIFY) for each row that may end a call; without it the table is looked at every few
seconds. When it fails, Asterisk's insert goes on as if it were not there. What removes it:
  drop trigger callstitch_cel_arrival on cel; drop function callstitch_cel_arrival();`;

/** Makes our tables. */
export function addMigrate(program: Command, { terminal, exitWith }: CommandContext): void {
  program
    .command('migrate')
    .summary('make our tables in the database, or bring them up to date')
    .description("Brings our tables in the database of DATABASE_URL up to date. Asterisk's table cel is not touched.")
    .option('--with-cel', 'also make the table cel, where the database is ours and Asterisk is to write there, or CELs are imported')
    .option('--with-trigger', 'also install a trigger on the table cel, as its owner: it tells at once that a call has ended')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', '\nOur own PostgreSQL (without DATABASE_URL) needs no migrate: every command sees to that.')
    .addHelpText('after', ABOUT_TRIGGER)
    .addHelpText('after', '\nExamples:\n  DATABASE_URL=postgresql://callstitch@db/callstitch callstitch migrate --with-cel')
    .addHelpText('after', EXIT_CODES)
    .action(async (options: MigrateOptions) => {
      const { migrate } = await import('./migrate.js');
      exitWith(await migrate(options, terminal));
    });
}
