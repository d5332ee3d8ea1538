import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningRegistry } from '../start-registry.js';

const NAME = /^\/((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*?)(?:\/-\/[\w.-]+\.tgz)?$/;
const MOST_BYTES = 64 * 1024 * 1024;

export interface InstalledRegistry extends RunningRegistry {
  /** The paths that it was asked for. */
  readonly asked: readonly string[];
}

/**
 * Serves what a workspace has installed as the public registry would: one version of each package. So a round needs no network.
 * A room of the house is a link there, not a package, and is not served.
 */
export async function startInstalledRegistry(workspace: string): Promise<InstalledRegistry> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    void answer(join(workspace, 'node_modules'), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(modules: string, { url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(url);
  const name = NAME.exec(path)?.[1];
  try {
    if (name === undefined || name.startsWith('@callstitch/')) throw new Error('not served here');
    const folder = join(modules, name);
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
    if (path.endsWith('.tgz')) response.end(await packed(folder));
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(packument(name, manifest, headers.host ?? '')));
  } catch {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not installed"}');
  }
}

function packument(name: string, manifest: { readonly version: string }, host: string): object {
  const { version } = manifest;
  const dist = { tarball: `http://${host}/${name}/-/${basename(name)}-${version}.tgz` };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, name, dist } } };
}

/** npm takes whatever single folder is at the top. */
async function packed(folder: string): Promise<Buffer> {
  const args = ['-cf', '-', '--exclude', 'node_modules', '-C', dirname(folder), basename(folder)];
  const { stdout } = await promisify(execFile)('tar', ['-z', ...args], {
    encoding: 'buffer',
    maxBuffer: MOST_BYTES,
    env: { ...process.env, GZIP: '-1' },
  });
  return stdout;
}
