import { Command } from 'commander';
import type { CorrelateOptions } from './correlate.js';
import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

const EXIT_CODES = `
Exit codes:
  0   everything was told
  1   some rows were broken or some conversations could not be told; the output is complete for the rest
  2   wrong arguments
  3   a CSV or directory file cannot be read or used
  4   the conversation to explain is not in the input
  70  a defect of the program; please report it`;

const EXAMPLES = `
Examples:
  callstitch correlate calls.csv
  callstitch correlate --trunk carrier --internal _1XXX calls.csv
  callstitch correlate --directory office.yml --timezone America/Toronto monday.csv.gz tuesday.csv.gz
  callstitch correlate --explain 1795446851.120 calls.csv
  callstitch correlate --json calls.csv | jq '.[] | select(.status == "missed")'
  psql -c "copy cel to stdout csv header" asterisk | callstitch correlate -`;

/** The arguments that there are. What a command does is loaded when it is called, so that `--help` is there at once. */
export function program(terminal: Terminal, exitWith: (code: ExitCode) => void): Command {
  const command = new Command('callstitch')
    .description('Turns Asterisk channel event logs (CEL) into call logs.')
    .version(terminal.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out.write(text),
      writeErr: (text) => void terminal.err.write(text),
      // Wrong usage is said by whoever runs the program, in one sentence.
      outputError: () => undefined,
      getOutHelpWidth: () => terminal.out.columns ?? 100,
      getErrHelpWidth: () => terminal.err.columns ?? 100,
    })
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  command
    .command('correlate')
    .summary('tell the calls in CSV files')
    .description('Tells the calls whose events are in CSV files: a table for people, or JSON. No database is needed.')
    .argument('<file...>', 'CSV with a header line, plain or gzipped; - is standard input')
    .option('--dialect <name>', 'kind of phone system', 'asterisk')
    .option('--trunk <name>', 'outside line: endpoint or channel pattern, such as carrier or PJSIP/carrier* (repeatable)', collect)
    .option('--internal <pattern>', 'numbers of the company: dialplan pattern such as _1XXX, or a number (repeatable)', collect)
    .option('--directory <file>', 'YAML or JSON file with names, numbers and lines of people')
    .option('--timezone <zone>', 'zone of times that name none, and of the times shown, such as Europe/Paris', 'UTC')
    .option('--json', 'print call logs as a JSON array')
    .option('--explain <id>', 'show how one conversation is told, by its id or any linkedid or uniqueid in it')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (files: string[], options: Omit<CorrelateOptions, 'files'>) => {
      const { correlate } = await import('./correlate.js');
      exitWith(await correlate({ ...options, files }, terminal));
    });
  return command;
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
