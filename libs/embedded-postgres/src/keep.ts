import { readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { countCrash } from './count-crash.ts';
import type { DataDirectory } from './data-directory.ts';
import { ensureDatabase } from './ensure-database.ts';
import { failureSentence } from './failure.ts';
import { findBinaries } from './find-binaries.ts';
import type { Holders } from './holders.ts';
import { initialiseCluster, type Cluster } from './initialise-cluster.ts';
import { KEEPER_SOCKET } from './keeper-socket.ts';
import { PORT_TAKEN, startPostgres, type PostgresServer } from './postgres-server.ts';
import { prepareSoftware } from './prepare-software.ts';
import { serverAccount } from './server-account.ts';
import { lastWords, note } from './server-log.ts';
import { chooseNewPort, isFree, storedPort } from './server-port.ts';
import { endStrays } from './stray-servers.ts';

export interface KeepOptions {
  readonly directory: DataDirectory;
  readonly temporary: boolean;
  readonly holders: Holders;
  /** Asks to stop although somebody holds the server. */
  readonly leave: AbortSignal;
}

/**
 * Runs the server of one data directory for as long as somebody holds it, and starts it again when
 * it dies. The caller has the keeper's lock and works in the directory. Answers whether all went well.
 */
export async function keep(options: KeepOptions): Promise<boolean> {
  const { directory, holders } = options;
  const listener = await listen(holders);
  const running: { server: PostgresServer | null } = { server: null };
  try {
    await serve(await prepareCluster(options), options, running);
    return true;
  } catch (error) {
    const sentence = failureSentence(error);
    holders.tell({ state: 'failed', sentence });
    note(directory.log, `gives up: ${sentence}`);
    return false;
  } finally {
    listener.close();
    rmSync(KEEPER_SOCKET, { force: true });
    await running.server?.stop();
    await holders.dismiss();
  }
}

/** The path is ours to take: whoever bound it before us is dead, or we would not have the lock. */
async function listen(holders: Holders): Promise<Server> {
  rmSync(KEEPER_SOCKET, { force: true });
  const listener = createServer({ allowHalfOpen: true }, (socket) => holders.welcome(socket));
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(KEEPER_SOCKET, resolve);
  });
  return listener;
}

async function prepareCluster({ directory, temporary }: KeepOptions): Promise<Cluster> {
  const account = serverAccount({
    uid: process.getuid?.() ?? -1,
    passwd: readFileSync('/etc/passwd', 'utf8'),
    clusterOwner: statSync(directory.cluster, { throwIfNoEntry: false }) ?? null,
  });
  const software = await prepareSoftware({ directory, binaries: findBinaries(process), account });
  const cluster = { directory, software, account, temporary };
  await initialiseCluster(cluster);
  await endStrays(directory.cluster);
  return cluster;
}

async function serve(
  cluster: Cluster,
  { directory, holders, leave }: KeepOptions,
  running: { server: PostgresServer | null },
): Promise<void> {
  let crashes: readonly number[] = [];
  for (;;) {
    const { server, port } = await startOnItsPort(cluster);
    running.server = server;
    if (await isOpenFor(directory, server, port)) {
      holders.tell({ state: 'ready', port });
      await untilItIsTime(server, holders, leave);
    }
    const died = server.hasEnded();
    holders.tell({ state: 'starting' });
    await server.stop();
    if (leave.aborted || (!died && holders.count === 0)) return;
    if (!died) continue;
    note(directory.log, 'the server died and is started again');
    crashes = countCrash(crashes, Date.now(), () => lastWords(directory.log, 0));
    await endStrays(directory.cluster);
  }
}

/** The port stays for the cluster's life, so that a URL stays good; only when another program has it there is a new one. */
async function startOnItsPort(cluster: Cluster): Promise<{ server: PostgresServer; port: number }> {
  const { directory } = cluster;
  const stored = storedPort(directory);
  let port = stored !== null && (await isFree(stored)) ? stored : await chooseNewPort(directory);
  for (let attempt = 1; ; attempt += 1) {
    if (stored !== null && port !== stored) note(directory.log, `port ${stored} is taken by another program; the server moves to ${port}`);
    try {
      return { server: await startPostgres(cluster, port), port };
    } catch (error) {
      if (attempt === 5 || !PORT_TAKEN.test(failureSentence(error))) throw error;
      port = await chooseNewPort(directory);
    }
  }
}

/** False when the server died in the meantime, which is for the caller to deal with. */
async function isOpenFor(directory: DataDirectory, server: PostgresServer, port: number): Promise<boolean> {
  try {
    await ensureDatabase(directory, port);
    return true;
  } catch (error) {
    await Promise.race([server.ended, pause(1_000)]);
    if (server.hasEnded()) return false;
    throw error;
  }
}

async function untilItIsTime(server: PostgresServer, holders: Holders, leave: AbortSignal): Promise<void> {
  const enough = new AbortController();
  void server.ended.then(() => enough.abort());
  await holders.idle(AbortSignal.any([enough.signal, leave]));
}
