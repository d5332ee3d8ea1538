import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { MigrateOptions } from './migrate.js';

/** Makes our tables. */
export function addMigrate(program: Command, { terminal, exitWith }: CommandContext): void {
  program
    .command('migrate')
    .summary('make our tables in the database, or bring them up to date')
    .description("Brings our tables in the database of DATABASE_URL up to date. Asterisk's table cel is not touched.")
    .option('--with-cel', 'also make the table cel, where the database is ours and Asterisk is to write there, or CELs are imported')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', '\nOur own PostgreSQL (without DATABASE_URL) needs no migrate: every command sees to that.')
    .addHelpText('after', '\nExamples:\n  DATABASE_URL=postgresql://callstitch@db/callstitch callstitch migrate --with-cel')
    .addHelpText('after', EXIT_CODES)
    .action(async (options: MigrateOptions) => {
      const { migrate } = await import('./migrate.js');
      exitWith(await migrate(options, terminal));
    });
}
