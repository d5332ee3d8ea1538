import { chmodSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPostmasterFile } from '../stray-servers.ts';
import { Opener } from './opener.ts';
import { until } from './until.ts';

interface Program {
  readonly pid: number;
  readonly cwd: string;
  readonly name: string;
}

/** A folder for the data directories of one spec, with a view of the processes that work in it. */
export class TestFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'callstitch test ü ')));

  constructor() {
    chmodSync(this.path, 0o777);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  /** The postmaster that serves a data directory; throws when there is none. */
  server(name: string): number {
    const cluster = join(this.at(name), 'cluster');
    const pid = readPostmasterFile(cluster)?.pid;
    if (pid === undefined || !this.programs().some((program) => program.pid === pid && program.cwd === cluster))
      throw new Error('no server');
    return pid;
  }

  keeper(name: string): number {
    const found = this.programs().find(({ cwd, name: program }) => cwd === this.at(name) && !program.startsWith('postgres'));
    if (!found) throw new Error('no keeper');
    return found.pid;
  }

  /** Every living process that works somewhere in the folder. */
  programs(): Program[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const cwd = readlinkSync(`/proc/${pid}/cwd`);
          const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
          return cwd.startsWith(this.path) ? [{ pid: Number(pid), cwd, name }] : [];
        } catch {
          return [];
        }
      });
  }

  /** Waits until no server and no keeper works here. */
  async comesToRest(patienceMs = 15_000): Promise<void> {
    await until(() => {
      const names = this.programs().map(({ name, pid }) => `${name} ${pid}`);
      if (names.length > 0) throw new Error(`still there: ${names.join(', ')}`);
      return true;
    }, patienceMs);
  }

  /** Has nobody hold anything, and waits for the end without the grace time. */
  async rest(): Promise<void> {
    await Opener.killAll();
    for (const { name, pid } of this.programs()) if (!name.startsWith('postgres')) process.kill(pid, 'SIGTERM');
    await this.comesToRest();
  }

  async remove(): Promise<void> {
    await Opener.killAll();
    await this.comesToRest().catch(() => undefined);
    rmSync(this.path, { recursive: true, force: true });
  }
}
