import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';

const EXAMPLES = `
Examples:
  callstitch plugins list
  callstitch plugins check                       # those of callstitch.yml, before the next run meets them
  callstitch plugins check ../my-plugin          # a folder, as an author has it`;

/** Shows and checks plugins. */
export function addPlugins(program: Command, { terminal, exitWith }: CommandContext): void {
  const plugins = program
    .command('plugins')
    .summary('show the taggers and retention policies in use, or check some')
    .description('Shows the taggers and retention policies of callstitch.yml, or asks the host whether it would take some.')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  plugins
    .command('list')
    .description('Shows the taggers and retention policies in use, with their packages and options.')
    .option('--json', 'print them as a JSON array')
    .action(async (options: { readonly json?: boolean }) => {
      const { listPlugins } = await import('./plugins.js');
      exitWith(await listPlugins(options, terminal));
    });
  plugins
    .command('check')
    .description('Asks the host’s own loader about the plugins in use, or about the one in a folder.')
    .argument('[folder]', 'where a plugin is written')
    .action(async (folder: string | undefined) => {
      const { checkPlugins } = await import('./plugins.js');
      exitWith(await checkPlugins(folder ?? null, terminal));
    });
}
