import type { Command } from 'commander';
import { collect, wholeNumber } from './argument-readers.js';

/** How calls are told. */
export interface TellingOptions {
  readonly dialect: string;
  readonly trunk?: readonly string[];
  readonly internal?: readonly string[];
  readonly directory?: string;
}

/** Gives a command the options that say how calls are told. */
export function addTellingOptions(command: Command): Command {
  return command
    .option('--dialect <name>', 'kind of phone system', 'asterisk')
    .option('--trunk <name>', 'outside line: endpoint or channel pattern, such as carrier or PJSIP/carrier* (repeatable)', collect)
    .option('--internal <pattern>', 'numbers of the company: dialplan pattern such as _1XXX, or a number (repeatable)', collect)
    .option('--directory <file>', 'YAML or JSON file with names, numbers and lines of people');
}

/** Gives a command the option that says when a call without an end is over. */
export function addSilenceOption(command: Command): Command {
  return command.option('--silence <minutes>', 'a call without an end is over after so long a silence', wholeNumber(1), 240);
}

/** The telling of commands that tell nothing. */
export const NO_TELLING: TellingOptions = { dialect: 'asterisk' };
