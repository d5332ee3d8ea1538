import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Somebody who has a folder and a home of their own, npm, and the built command of a clone. */
export interface Stranger {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Leaves nothing behind: waits for the databases that the stranger's commands started, then removes the folder. */
  leave(sites: readonly string[]): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** A stranger with a new folder. Nothing of this process's settings or npm's cache is the stranger's. */
export async function aStranger(workspace: string): Promise<Stranger> {
  const folder = await mkdtemp(join(tmpdir(), 'callstitch-stranger-'));
  const env = {
    PATH: [join(workspace, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    NO_COLOR: '1',
    NO_PROXY: '127.0.0.1',
    npm_config_cache: join(folder, '.npm'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  return {
    folder,
    env,
    async leave(sites) {
      for (const site of sites) await untilGone(join(folder, site, 'data/cluster/postmaster.pid'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilGone(file: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    if (Date.now() > until) throw new Error(`${file} is still there`);
    await setTimeout(50);
  }
}
