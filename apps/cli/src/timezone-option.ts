import type { Command } from 'commander';

/** Gives a command the zone of its times; `purpose` says which times. */
export function addTimezoneOption(command: Command, purpose: string): Command {
  return command.option('--timezone <zone>', `${purpose}, such as Europe/Paris`, 'UTC');
}
