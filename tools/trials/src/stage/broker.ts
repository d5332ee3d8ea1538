import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'amqplib';

/** A RabbitMQ of our own that can be killed. */
export interface Broker {
  readonly url: string;
  /** Starts it, for the first time or again on what it kept, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it as a loss of power would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const PROGRAMS = ['/usr/lib/rabbitmq/bin/rabbitmq-server', '/usr/local/sbin/rabbitmq-server', '/opt/homebrew/sbin/rabbitmq-server'];
const LOOK_MS = 100;
const PATIENCE_MS = 60_000;

/** A broker that keeps everything in a folder and shares nothing with one that runs already; null where RabbitMQ is not installed. */
export async function openBroker(directory: string): Promise<Broker | null> {
  const program = PROGRAMS.find((path) => existsSync(path));
  if (program === undefined) return null;
  mkdirSync(directory, { recursive: true });
  const plugins = join(directory, 'plugins');
  writeFileSync(plugins, '[].\n');
  const [port, distributionPort, namesPort] = [await freePort(), await freePort(), await freePort()];
  const url = `amqp://guest:guest@127.0.0.1:${port}`;
  const environment = {
    PATH: process.env['PATH'],
    // Its cookie is there.
    HOME: directory,
    ERL_EPMD_PORT: String(namesPort),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `trial-${port}@localhost`,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_MNESIA_BASE: join(directory, 'mnesia'),
    RABBITMQ_LOG_BASE: join(directory, 'log'),
    RABBITMQ_PID_FILE: join(directory, 'pid'),
    RABBITMQ_ENABLED_PLUGINS_FILE: plugins,
    RABBITMQ_CONFIG_FILE: join(directory, 'none'),
    RABBITMQ_CONF_ENV_FILE: join(directory, 'none.conf'),
    RABBITMQ_GENERATED_CONFIG_DIR: join(directory, 'config'),
    RABBITMQ_FEATURE_FLAGS_FILE: join(directory, 'features'),
  };
  // Erlang would start one that outlives everybody.
  const names = spawn('epmd', ['-port', String(namesPort)], { stdio: 'ignore', env: environment });
  names.on('error', () => undefined);
  let server: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    // The script and the machine that it started.
    process.kill(-server.pid, 'SIGKILL');
    await ended;
  };
  return {
    url,
    async start() {
      server = spawn(program, [], { stdio: 'ignore', env: environment, detached: true });
      const until = Date.now() + PATIENCE_MS;
      while (!(await answers(url))) {
        if (Date.now() > until) throw new Error(`RabbitMQ does not start; ${join(directory, 'log')} says why.`);
        await pause(LOOK_MS);
      }
    },
    kill,
    async close() {
      await kill();
      names.kill('SIGKILL');
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const connection = await connect(url);
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
