import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningRegistry } from '../start-registry.js';
import { installedPackages, type InstalledPackage } from './installed-packages.js';

/** A registry that stands where the public one would. */
export interface InstalledRegistry extends RunningRegistry {
  /** The paths that it was asked for. */
  readonly asked: readonly string[];
}

const TARBALL = /\/-\/[\w.-]+-(\d[\w.-]*)\.tgz$/;
const MOST_BYTES = 64 * 1024 * 1024;

/** Serves what a workspace has installed as the public registry would, so that a round needs no network. */
export async function startInstalledRegistry(workspace: string): Promise<InstalledRegistry> {
  const packages = await installedPackages(join(workspace, 'node_modules'));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    asked.push(path);
    answer(packages.get(path.replace(TARBALL, '')) ?? [], path, request, response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(
  versions: readonly InstalledPackage[],
  path: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const wanted = TARBALL.exec(path)?.[1];
  if (wanted === undefined && versions.length > 0) {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(packument(versions, headers.host ?? '')));
    return;
  }
  const one = versions.find(({ manifest }) => manifest.version === wanted);
  if (one) response.end(await packed(one.folder));
  else response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not installed"}');
}

function packument(versions: readonly InstalledPackage[], host: string): object {
  const name = versions[0]!.manifest.name;
  const facts = versions.map(({ manifest }) => {
    const tarball = `http://${host}/${name}/-/${basename(name)}-${manifest.version}.tgz`;
    return [manifest.version, { ...manifest, dist: { tarball } }] as const;
  });
  return { name, 'dist-tags': { latest: facts[0]![0] }, versions: Object.fromEntries(facts) };
}

/** npm takes whatever single folder is at the top. */
async function packed(folder: string): Promise<Buffer> {
  const args = ['-czf', '-', '--exclude', 'node_modules', '-C', dirname(folder), basename(folder)];
  const env = { ...process.env, GZIP: '-1' };
  const { stdout } = await promisify(execFile)('tar', args, { encoding: 'buffer', maxBuffer: MOST_BYTES, env });
  return stdout;
}
