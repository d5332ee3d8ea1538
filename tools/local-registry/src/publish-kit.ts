import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KitRoom } from './kit.js';
import { loopbackRegistry } from './loopback-registry.js';
import { npm } from './npm.js';

export interface PublishKitOptions {
  readonly workspace: string;
  readonly registry: string;
}

/**
 * Publishes built rooms as `npm pack` makes them; a version that is there already is replaced. It says itself where to, on the command line,
 * for our scope too: no setting of the user's or of a package can send them elsewhere. Gives what was published.
 */
export async function publishKit(rooms: readonly KitRoom[], { workspace, registry }: PublishKitOptions): Promise<readonly string[]> {
  const url = loopbackRegistry(registry);
  const home = await mkdtemp(join(tmpdir(), 'callstitch-publish-'));
  try {
    const userconfig = join(home, 'npmrc');
    await writeFile(userconfig, `//${new URL(url).host}/:_authToken=local-only\n`);
    const own = ['--registry', url, `--@callstitch:registry=${url}`, '--userconfig', userconfig, '--cache', join(home, 'cache')];
    const publish = async (at: string): Promise<string> => {
      const cwd = join(workspace, at);
      const { name, version } = JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8')) as { name: string; version: string };
      const env = { NO_PROXY: new URL(url).hostname };
      if (await isThere(url, name, version)) await npm(['unpublish', `${name}@${version}`, '--force', ...own], { cwd: home, env });
      await npm(['publish', cwd, '--ignore-scripts', ...own], { cwd: home, env });
      return `${name}@${version}`;
    };
    return await Promise.all(rooms.map(({ at }) => publish(at)));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function isThere(url: string, name: string, version: string): Promise<boolean> {
  const answer = await fetch(`${url}${name.replace('/', '%2f')}/${version}`);
  await answer.body?.cancel();
  return answer.ok;
}
