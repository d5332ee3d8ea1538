import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';
import { addImportCallLogs } from './import-call-logs-arguments.js';
import type { ImportCelOptions } from './import-cel.js';

const EXAMPLES = `
Examples:
  callstitch import cel Master.csv
  callstitch import cel --new-ids --timezone America/Toronto monday.csv.gz tuesday.csv.gz
  psql -c "copy cel to stdout csv header" asterisk | callstitch import cel -`;

const REMARK = `
May be stopped and repeated: rows that are there already are left alone. Rows keep the ids of a column "id"; files without
one, or whose ids are not unique together (--new-ids), get new ids in their order.`;

/** Brings rows in. */
export function addImport(program: Command, { terminal, exitWith }: CommandContext): void {
  const group = program
    .command('import')
    .summary('bring CELs, or archived call logs, into the database')
    .description('Brings CELs into the table cel of a database of ours, or call logs back that a purge archived.')
    .helpCommand(false);
  addImportCallLogs(group, { terminal, exitWith });
  const command = group
    .command('cel')
    .summary('from CSV files')
    .description('Adds the rows of CSV files of any size to the table cel.')
    .argument('<file...>', 'CSV with a header line, plain or gzipped; - is standard input');
  addTimezoneOption(command, 'zone of times that name none')
    .option('--new-ids', 'give the rows new ids: the files come from several systems or tables')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (files: string[], options: Omit<ImportCelOptions, 'files'>) => {
      const { importCel } = await import('./import-cel.js');
      exitWith(await importCel({ ...options, files }, terminal));
    });
}
