import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathForServer, type Cluster } from './initialise-cluster.ts';
import { environment, identity } from './run-program.ts';
import { lastWords, turnLog } from './server-log.ts';
import { readPostmasterFile } from './stray-servers.ts';

/** A server that runs as our child. */
export interface PostgresServer {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/** What the server said when another program had its port. */
export const PORT_TAKEN = /could not bind|Address already in use/;

const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'callstitch',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  // The error of a statement is for who sent it; it may hold a caller's number or name.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // On an SSD fetching a row by an index costs little more than reading on.
  random_page_cost: '1.1',
};

const TEMPORARY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

/** Starts the server and waits until it takes connections; a failure carries its last words. */
export async function startPostgres(cluster: Cluster, port: number): Promise<PostgresServer> {
  const { directory, software, account, temporary } = cluster;
  const settings = { ...ALWAYS, ...(temporary ? TEMPORARY : {}), port };
  turnLog(directory.log);
  const log = openSync(directory.log, 'a', 0o600);
  const { size } = fstatSync(log);
  const [file = '', ...args] = [
    ...software.launcher,
    join(software.bin, 'postgres'),
    ...['-D', pathForServer(directory.cluster, cluster)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(file, args, {
    cwd: directory.cluster,
    env: environment(software.libraries),
    stdio: ['ignore', log, log],
    ...identity(account),
  });
  closeSync(log);
  const server = watch(child, temporary);
  while (!server.hasEnded()) {
    const found = readPostmasterFile(directory.cluster);
    if (found?.pid === child.pid && found?.isReady) return server;
    await Promise.race([pause(10), server.ended]);
  }
  throw new Error(`PostgreSQL does not start on ${directory.path}: ${lastWords(directory.log, size)}. More is in ${directory.log}.`);
}

function watch(child: ChildProcess, temporary: boolean): PostgresServer {
  let over = false;
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) {
      child.once(event, () => {
        over = true;
        resolve();
      });
    }
  });
  return {
    ended,
    hasEnded: () => over,
    stop: async () => {
      const gently = [
        ['SIGINT', 30_000],
        ['SIGQUIT', 5_000],
        ['SIGKILL', 5_000],
      ] as const;
      for (const [signal, patienceMs] of temporary ? gently.slice(1) : gently) {
        if (over) return;
        child.kill(signal);
        await Promise.race([ended, pause(patienceMs, undefined, { ref: false })]);
      }
    },
  };
}
