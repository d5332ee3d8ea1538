import type { Command } from 'commander';
import { Option } from 'commander';
import { addTimezoneOption } from './timezone-option.js';
import type { CommandContext } from './command-context.js';
import type { CorrelateOptions } from './correlate.js';
import { EXIT_CODES } from './exit-code.js';
import { addTellingOptions } from './telling-options.js';

export const CORRELATE_EXAMPLES = `  callstitch correlate calls.csv
  callstitch correlate --trunk carrier --internal _1XXX calls.csv
  callstitch correlate --directory office.yml --timezone America/Toronto monday.csv.gz tuesday.csv.gz
  callstitch correlate --explain 1795446851.120 calls.csv
  callstitch correlate --format wazo --directory directory.json cel.csv
  callstitch correlate --json calls.csv | jq '.[] | select(.status == "missed")'
  psql -c "copy cel to stdout csv header" asterisk | callstitch correlate -`;

/** Tells the calls in files. */
export function addCorrelate(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('correlate')
    .summary('tell the calls in CSV files')
    .description('Tells the calls whose events are in CSV files: a table for people, or JSON. No database is needed.')
    .argument('<file...>', 'CSV with a header line, plain or gzipped; - is standard input');
  addTimezoneOption(addTellingOptions(command), 'zone of times that name none, and of the times shown')
    .option('--json', 'print call logs as a JSON array')
    .addOption(
      new Option('--format <form>', 'form of the JSON: callstitch, or wazo for the records of wazo-call-logd').choices([
        'callstitch',
        'wazo',
      ]),
    )
    .option('--explain <id>', 'show how one conversation is told, by its id or any linkedid or uniqueid in it')
    .addHelpText('after', `\nExamples:\n${CORRELATE_EXAMPLES}`)
    .addHelpText('after', EXIT_CODES)
    .action(async (files: string[], options: Omit<CorrelateOptions, 'files'>) => {
      const { correlate } = await import('./correlate.js');
      exitWith(await correlate({ ...options, files }, terminal));
    });
}
