import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { addCorrelate, CORRELATE_EXAMPLES } from './correlate-arguments.js';
import { addDelete } from './delete/delete-arguments.js';
import { EXIT_CODES } from './exit-code.js';
import { addExplain } from './explain/explain-arguments.js';
import { addGenerate } from './generate/generate-arguments.js';
import { addImport } from './import/import-arguments.js';
import { addJobs } from './jobs/jobs-arguments.js';
import { addList } from './list/list-arguments.js';
import { addMigrate } from './migrate/migrate-arguments.js';
import { addPlugins } from './plugins/plugins-arguments.js';
import { addPurge } from './purge/purge-arguments.js';
import { addRecordings } from './recordings/recordings-arguments.js';
import { addRetention } from './retention/retention-arguments.js';
import { addRetag } from './retag/retag-arguments.js';
import { addShow } from './show/show-arguments.js';
import { addStatus } from './status/status-arguments.js';
import { addTenant } from './tenant/tenant-arguments.js';
import type { Terminal } from './terminal.js';
import { addToken } from './token/token-arguments.js';
import { addWebhooks } from './webhooks/webhooks-arguments.js';

const EXAMPLES = `
Without a database:
${CORRELATE_EXAMPLES}

With a database:
  callstitch import cel Master.csv
  callstitch generate
  callstitch list --from 2026-11-23 --status missed
  callstitch show 812`;

const ENVIRONMENT = `
Environment:
  DATABASE_URL       where call logs are kept, such as postgresql://user@host/callstitch; without it a PostgreSQL of our own
  CALLSTITCH_DATA    where that one keeps its files (default ./data)
  CEL_DATABASE_URL   where Asterisk's table cel is, if elsewhere; it is only read
  CALLSTITCH_RECORDINGS  directories of recordings, separated by colons, that a purge or sweep may remove files from
  CALLSTITCH_EXPORTS  where exports of recordings are; the folder exports in the data directory unless named
  CALLSTITCH_TENANT  whose the calls are that no directory gives a tenant
  CALLSTITCH_CONFIG  the configuration file (default ./callstitch.yml, if it is there): taggers and retention policies
  CALLSTITCH_DIALECT, CALLSTITCH_DIRECTORY, CALLSTITCH_DIRECTORY_TOKEN   what --dialect and --directory say, and a wazo-confd's token`;

/** The arguments that there are. What a command does is loaded when it is called, so that `--help` is there at once. */
export function program(context: CommandContext): Command {
  const command = quiet(new Command('callstitch'), context.terminal)
    .description('Turns Asterisk channel event logs (CEL) into call logs.')
    .version(context.terminal.version, '--version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', ENVIRONMENT)
    .addHelpText('after', EXIT_CODES);
  for (const add of [
    addCorrelate,
    addImport,
    addGenerate,
    addDelete,
    addList,
    addShow,
    addExplain,
    addRetag,
    addPurge,
    addRetention,
    addRecordings,
    addPlugins,
    addStatus,
    addJobs,
    addToken,
    addTenant,
    addWebhooks,
    addMigrate,
  ]) {
    add(command, context);
  }
  return command;
}

/** Lets a command write where it is told to; wrong usage is said by whoever runs it, in one sentence. */
export function quiet(command: Command, { out, err }: Pick<Terminal, 'out' | 'err'>): Command {
  return command
    .helpOption('--help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void out.write(text),
      writeErr: (text) => void err.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => out.columns ?? 100,
      getErrHelpWidth: () => err.columns ?? 100,
    });
}
