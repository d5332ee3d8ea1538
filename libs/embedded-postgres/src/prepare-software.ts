import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copySoftware } from './copy-software.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Binaries } from './find-binaries.ts';
import { isWithinReach } from './is-within-reach.ts';
import { runProgram } from './run-program.ts';
import type { Account } from './server-account.ts';
import { clearSoftwareElsewhere, makePlaceElsewhere, removeSoftwareElsewhere } from './software-elsewhere.ts';

/** PostgreSQL ready to run as the account. */
export interface Software {
  readonly bin: string;
  /** Where the libraries are found by the names that the programs ask for. */
  readonly libraries: string;
  /** What to put before a command, so that it ends when the keeper is killed; empty where the machine has no `setpriv`. */
  readonly launcher: readonly string[];
  /** Such as `18`. */
  readonly major: string;
  /** A directory that the account can reach. */
  readonly place: string;
}

export interface PrepareSoftwareOptions {
  readonly directory: DataDirectory;
  readonly binaries: Binaries;
  readonly account: Account | null;
}

/** Runs the binaries where npm put them; copies them when the account cannot, as below a closed home directory. */
export async function prepareSoftware({ directory, binaries, account }: PrepareSoftwareOptions): Promise<Software> {
  const place = placeWithinReach(directory, account);
  const libraries = join(place, 'lib');
  linkLibraries(binaries.native, libraries);
  const launcher = await findLauncher(account);
  const tryOut = async (bin: string): Promise<{ major: string | undefined; output: string }> => {
    const { output } = await runProgram({ command: [join(bin, 'postgres'), '--version'], account, cwd: '/', libraries });
    return { major: /PostgreSQL\) (\d+)/.exec(output)?.[1], output };
  };
  let bin = join(binaries.native, 'bin');
  let { major, output } = await tryOut(bin);
  if (major === undefined) {
    const copy = copySoftware(binaries, place);
    linkLibraries(copy, libraries);
    bin = join(copy, 'bin');
    ({ major, output } = await tryOut(bin));
  }
  if (major === undefined) {
    throw new Error(`The PostgreSQL on board does not run here (it needs glibc, which Alpine lacks): ${output}. Set DATABASE_URL.`);
  }
  return { bin, libraries, launcher, major, place };
}

/**
 * npm's archives hold no symbolic links; the package lists those that it misses. Ours lie in a directory of our own,
 * beside links to all the other libraries: the loader looks for a library's own libraries next to the link.
 */
function linkLibraries(native: string, libraries: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  rmSync(libraries, { recursive: true, force: true });
  mkdirSync(libraries);
  chmodSync(libraries, 0o755);
  const missed = list.map(({ source, target }) => [basename(target), basename(source)] as const);
  const present = readdirSync(join(native, 'lib')).filter((name) => name.includes('.so'));
  const links = new Map([...present.map((name) => [name, name] as const), ...missed]);
  for (const [name, library] of links) symlinkSync(join(native, 'lib', library), join(libraries, name));
}

/** What parts the entries of LD_LIBRARY_PATH, and so cannot be in one. */
const SEPARATOR = /[:;$]/;

/** `software` in the data directory, or a link there to a temporary directory when the account or the loader cannot get there. */
function placeWithinReach({ path, software }: DataDirectory, account: Account | null): string {
  clearSoftwareElsewhere();
  const found = lstatSync(software, { throwIfNoEntry: false });
  if (isWithinReach(path, account) && !SEPARATOR.test(path)) {
    if (found && !found.isDirectory()) rmSync(software);
    mkdirSync(software, { recursive: true });
    chmodSync(software, 0o755);
    return software;
  }
  removeSoftwareElsewhere(software);
  const place = makePlaceElsewhere(account);
  if (place === null) throw new Error(`The account ${account?.name ?? ''} can reach neither ${path} nor a temporary directory.`);
  rmSync(software, { recursive: true, force: true });
  symlinkSync(place, software);
  return place;
}

async function findLauncher(account: Account | null): Promise<readonly string[]> {
  const launcher = ['setpriv', '--pdeathsig', 'INT'];
  const { succeeded } = await runProgram({ command: [...launcher, 'true'], account, cwd: '/' });
  return succeeded ? launcher : [];
}

/** Hands one directory or file to the account; nothing below it. */
export function handOver(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid);
}
