import type { Command } from 'commander';
import type { TellerOptions } from '@callstitch/runtime';
import { collect, uuid, wholeNumber } from './argument-readers.js';
import type { Settings } from '@callstitch/runtime/settings';
import type { Terminal } from './terminal.js';

/** How calls are told. */
export interface TellingOptions {
  readonly dialect?: string;
  readonly trunk?: readonly string[];
  readonly internal?: readonly string[];
  /** null for nobody, whatever the environment says. */
  readonly directory?: string | null;
  readonly serviceTenant?: string;
}

/** Gives a command the options that say how calls are told. */
export function addTellingOptions(command: Command): Command {
  return command
    .option('--dialect <name>', 'kind of phone system: asterisk, wazo, or auto to hear it from the events (default: auto)')
    .option('--trunk <name>', 'outside line: endpoint or channel pattern, such as carrier or PJSIP/carrier* (repeatable)', collect)
    .option('--internal <pattern>', 'numbers of the company: dialplan pattern such as _1XXX, or a number (repeatable)', collect)
    .option('--directory <file>', 'people, lines and tenants: a YAML or JSON file, or the URL of a wazo-confd')
    .option('--service-tenant <uuid>', 'tenant of the calls that neither an event nor the directory places', uuid);
}

/** Gives a command the option that says when a call without an end is over. */
export function addSilenceOption(command: Command): Command {
  return command.option('--silence <minutes>', 'a call without an end is over after so long a silence (default: 240)', wholeNumber(1));
}

/** What was not said on the command line comes from the settings. */
export function tellerOptions(
  { dialect, trunk, internal, directory, serviceTenant }: TellingOptions,
  settings: Settings,
  { err }: Pick<Terminal, 'err'>,
): TellerOptions {
  return {
    dialect: dialect ?? settings.dialect,
    trunks: trunk ?? settings.trunks,
    internal: internal ?? settings.internal,
    directory: directory === undefined ? settings.directory : directory,
    directoryToken: settings.directoryToken,
    configFile: settings.configFile,
    serviceTenantUuid: serviceTenant ?? settings.defaultTenantUuid,
    onDirectoryRejected: ({ message }) => void err.write(`${message}\nThe one read before is used.\n`),
  };
}

/** The telling of commands that tell nothing. */
export const NO_TELLING: TellingOptions = { dialect: 'asterisk', directory: null };
