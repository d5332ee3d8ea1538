import { resolve } from 'node:path';
import { describeFolder } from './describe-folder.js';
import { printDescription } from './print-description.js';

/** What the command says, and how it ends. */
export interface CommandResult {
  readonly exitCode: 0 | 1 | 2;
  readonly output: string;
}

const USAGE = 'Usage: plugin-host check [FOLDER]\n\nSays whether the host would take the plugin in a folder, and if not, why.\n';

/** The `plugin-host` command, for authors without a site: 0 right, 1 refused, 2 wrongly called. */
export async function runPluginHost(words: readonly string[]): Promise<CommandResult> {
  const [command, folder = '.', ...more] = words;
  if (command === '--help' || command === '-h') return { exitCode: 0, output: USAGE };
  if (command !== 'check' || more.length > 0) return { exitCode: 2, output: USAGE };
  const description = await describeFolder(resolve(folder));
  return { exitCode: description.complaints.length === 0 ? 0 : 1, output: printDescription(description) };
}
