import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../../../apps/service/dist/main.js');
const LAST_WORDS = 2_000;

/** The service as a process of its own. */
export interface StartedService {
  /** Of its API, without `/1.0`. */
  readonly url: string;
  /** Of the administrator; null when this start made none. */
  readonly token: string | null;
  /** Memory that is resident, in megabytes. */
  rssMegabytes(): number;
  /** Whether the process has ended, for whatever reason. */
  hasEnded(): boolean;
  /** What it said last, on standard error. */
  lastWords(): string;
  stop(): Promise<void>;
  /** Ends it as a loss of power would. */
  kill(): Promise<void>;
}

/** Starts the service on a database; rejects with what it said when it ends before it listens. `environment` wins over what is said here. */
export async function startedService(
  databaseUrl: string,
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedService> {
  const child = spawn(process.execPath, ['--max-semi-space-size=16', MAIN], {
    env: {
      ...{ PATH: process.env['PATH'], DATABASE_URL: databaseUrl, CALLSTITCH_DATA: dataDirectory, CALLSTITCH_LISTEN: '127.0.0.1:0' },
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  let said = '';
  const listens = new Promise<void>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('listens on')) setImmediate(resolve);
    });
  });
  await Promise.race([listens, ended]);
  const url = /listens on (\S+)\/1\.0/.exec(said)?.[1];
  if (url === undefined) throw new Error(`The service did not start: ${said}`);
  return {
    url,
    token: /TOKEN=(\S+)/.exec(said)?.[1] ?? null,
    rssMegabytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    lastWords: () => said.slice(-LAST_WORDS),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
