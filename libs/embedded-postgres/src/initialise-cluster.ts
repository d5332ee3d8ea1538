import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DataDirectory } from './data-directory.ts';
import { ROLE } from './database-names.ts';
import { isWithinReach } from './is-within-reach.ts';
import { ensurePassword, readPassword } from './password.ts';
import { handOver, type Software } from './prepare-software.ts';
import { runProgram, type Outcome } from './run-program.ts';
import type { Account } from './server-account.ts';
import { endProgramsIn } from './stray-servers.ts';

export interface Cluster {
  readonly directory: DataDirectory;
  readonly software: Software;
  readonly account: Account | null;
  /** Not worth a disk's time: may be lost with the machine. */
  readonly temporary: boolean;
}

/**
 * How the server names the directory it was started in. Where a closed directory bars the way down,
 * the account enters by the working directory, which root chose before it stepped down.
 */
export function pathForServer(path: string, { directory, account }: Cluster): string {
  return isWithinReach(directory.path, account) ? path : '/proc/self/cwd';
}

/**
 * The builtin locale orders texts and changes their case, but pg_trgm asks the machine's C library which characters are
 * letters: by its C locale none beyond ASCII is. An old one may lack this locale; then searches for such letters are slow.
 */
const LETTERS = ['--lc-ctype=C.UTF-8'];
const UNKNOWN_LOCALE = /invalid locale name/;

/** Makes the cluster on first use, under another name until it is whole; later only looks whether it is ours to run. */
export async function initialiseCluster(cluster: Cluster): Promise<void> {
  const { directory, software, account, temporary } = cluster;
  ensurePassword(directory);
  if (existsSync(directory.cluster)) {
    refuseOtherVersion(directory.cluster, software.major);
    return;
  }
  await removeUnfinished(directory);
  const unfinished = mkdtempSync(`${directory.cluster}.unfinished-`);
  const passwordFile = join(software.place, `password-${process.pid}`);
  handOver(unfinished, account);
  try {
    writeFileSync(passwordFile, readPassword(directory), { mode: 0o600, flag: 'wx' });
    handOver(passwordFile, account);
    const initdb = (letters: readonly string[]): Promise<Outcome> =>
      runProgram({
        command: [
          ...software.launcher,
          join(software.bin, 'initdb'),
          ...['-D', pathForServer(unfinished, cluster), '-U', ROLE, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
          ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...letters, '--no-instructions'],
          ...(temporary ? ['--no-sync', '--no-data-checksums'] : []),
        ],
        account,
        cwd: unfinished,
        libraries: software.libraries,
      });
    let { succeeded, output } = await initdb(LETTERS);
    if (!succeeded && UNKNOWN_LOCALE.test(output)) ({ succeeded, output } = await initdb([]));
    if (!succeeded) throw new Error(whyNot(directory, output));
    chmodSync(unfinished, 0o700);
    renameSync(unfinished, directory.cluster);
    if (!temporary) flushDirectory(directory.path);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function refuseOtherVersion(cluster: string, major: string): void {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) throw new Error(`${cluster} holds no PostgreSQL cluster. Choose another data directory.`);
  const found = readFileSync(file, 'utf8').trim();
  if (found === major) return;
  throw new Error(
    `The cluster ${cluster} was made by PostgreSQL ${found}, and PostgreSQL ${major} is on board. ` +
      `Dump it with PostgreSQL ${found} and load it into a new data directory, or set DATABASE_URL.`,
  );
}

async function removeUnfinished({ path, cluster }: DataDirectory): Promise<void> {
  for (const name of readdirSync(path)) {
    const leftover = join(path, name);
    if (!leftover.startsWith(`${cluster}.unfinished-`)) continue;
    await endProgramsIn(leftover);
    rmSync(leftover, { recursive: true, force: true });
  }
}

function whyNot({ path }: DataDirectory, output: string): string {
  const complaint = output.split('\n').filter((line) => line.includes('error:') || line.includes('fatal:') || line.includes('FATAL:'));
  const short = (complaint.length > 0 ? complaint : output.split('\n').slice(-3)).join(' / ');
  const advice = short.includes('effective user ID') ? ' Give this user a line in /etc/passwd, or set DATABASE_URL.' : '';
  return `PostgreSQL could not make its cluster in ${path}: ${short}.${advice}`;
}

function flushDirectory(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
