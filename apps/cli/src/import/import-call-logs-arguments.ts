import type { Command } from 'commander';
import { Option } from 'commander';
import { collect } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { ImportCallLogsArguments } from './import-call-logs.js';

const EXAMPLES = `
Examples:
  callstitch import call-logs --dry-run /srv/callstitch-archive
  callstitch import call-logs /srv/callstitch-archive/purge-12
  callstitch import call-logs /srv/callstitch-archive/purge-12/call-logs-2026-03.jsonl.gz`;

const REMARK = `
Call logs come back under the ids and versions that they had, with their tags and recordings; those that stand are left alone, so
it may be stopped and repeated. A recording whose file is missing in the directories of --recordings comes back without a path.
What came back may expire again: change the policies, or hold it, before the next purge.`;

/** Brings back what a purge archived. */
export function addImportCallLogs(group: Command, { terminal, exitWith }: CommandContext): void {
  group
    .command('call-logs')
    .summary('from the archives of purges')
    .description('Brings call logs back that callstitch purge --archive kept.')
    .argument('<path...>', 'a folder of archives, the folder of one purge, or files of JSON lines, plain or gzipped')
    .option('--no-manifest', 'read the files of an archive without checking them against its manifest')
    .addOption(new Option('--recordings <directory>', 'where to look for the files of recordings; may be repeated').argParser(collect))
    .option('--dry-run', 'say what would come back; write nothing')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (paths: string[], options: Omit<ImportCallLogsArguments, 'paths'>) => {
      const { importCallLogs } = await import('./import-call-logs.js');
      exitWith(await importCallLogs({ ...options, paths }, terminal));
    });
}
