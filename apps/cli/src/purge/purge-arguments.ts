import type { Command } from 'commander';
import { Option } from 'commander';
import { callLogId, collect, wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { PurgeArguments } from './purge.js';

const REMARK = `
Without --yes it only counts. What is purged is gone for good: no callstitch generate brings it back. Files are removed only
in the directories of --recordings; one that cannot be removed is tried again by the next purge. It may be stopped and repeated.
With --archive nothing is deleted that is not in the archive; callstitch import call-logs brings it back, but not its files.
callstitch delete is another thing: it forgets the LAST days, to generate them again.`;

const EXAMPLES = `
Examples:
  callstitch purge                                    # what the policies of callstitch.yml say; after 365 days without any
  callstitch purge --older-than-days 365 --keep-tagged legal-hold
  callstitch purge --older-than-days 365 --keep-tagged legal-hold --recordings /var/spool/asterisk/monitor --yes
  callstitch purge --archive /srv/callstitch-archive --yes
  callstitch purge --why 812`;

/** Deletes for good what has outlived its use. */
export function addPurge(program: Command, { terminal, exitWith }: CommandContext): void {
  program
    .command('purge')
    .summary('delete for good what has outlived its use')
    .description(
      'Counts the call logs, recordings and CELs that have outlived their use, by tenant; --yes deletes them. ' +
        'The limits given here decide, or the retention policies of callstitch.yml, or where it names none: call logs and recordings go ' +
        'after 365 days, exports after 2; what a policy holds stays in either case, and ' +
        'a tenant’s own days (callstitch retention) count instead for that tenant.',
    )
    .addOption(
      new Option('--older-than-days <days>', 'call logs that started more than so many days of 24 hours ago').argParser(
        wholeNumber(0, 'Name a whole number of days.'),
      ),
    )
    .addOption(new Option('--recordings-older-than-days <days>', 'only the recordings of such calls').argParser(wholeNumber(0)))
    .addOption(new Option('--cels-older-than-days <days>', 'CELs, where the table is ours').argParser(wholeNumber(0)))
    .addOption(
      new Option('--exports-older-than-days <days>', 'exports of recordings that were asked for so long ago').argParser(wholeNumber(0)),
    )
    .addOption(new Option('--keep-tagged <tag>', 'hold calls with this tag; may be repeated').argParser(collect))
    .addOption(new Option('--recordings <directory>', 'where files may be removed; may be repeated').argParser(collect))
    .addOption(new Option('--archive <directory>', 'write call logs into a folder there before they are deleted'))
    .addOption(new Option('--why <id>', 'say by which purge a call log was deleted').argParser(callLogId))
    .option('--force', 'allow 0 days, which is everything that is not held')
    .option('--yes', 'do it')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: PurgeArguments) => {
      const { purgeOrPreview } = await import('./purge.js');
      exitWith(await purgeOrPreview(options, terminal));
    });
}
