import { floorPlan } from '@callstitch/floor-plan';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { kit } from './kit.js';
import { loopbackRegistry } from './loopback-registry.js';
import { npm } from './npm.js';
import { publishKit } from './publish-kit.js';
import { startRegistry } from './start-registry.js';

const USAGE = 'Usage: registry [--port 4873] [--upstream URL] | publish-kit [--registry http://127.0.0.1:4873/] [--built]';
const workspace = join(import.meta.dirname, '../../..');

interface Words {
  readonly port: string;
  readonly upstream?: string | undefined;
  readonly registry: string;
  /** The kit is built already. */
  readonly built: boolean;
}

async function serve({ port, upstream: named }: Words): Promise<void> {
  const upstream = named ?? (await npm(['config', 'get', 'registry'], { cwd: workspace }));
  const registry = await startRegistry({ port: Number(port), upstream });
  console.log(`The registry listens at ${registry.url} until it is stopped; then it forgets what was published.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await registry.stop();
  process.exit();
}

async function publish({ registry, built }: Words): Promise<void> {
  loopbackRegistry(registry);
  const rooms = kit(floorPlan);
  if (!built) await build(rooms.map(({ name }) => name));
  for (const published of await publishKit(rooms, { workspace, registry })) console.log(`+ ${published}`);
}

async function build(names: readonly string[]): Promise<void> {
  const args = ['nx', 'run-many', '-t', 'build', '-p', names.join(','), '--output-style=static'];
  const [code] = (await once(spawn('npx', args, { cwd: workspace, stdio: 'inherit' }), 'close')) as [number | null];
  if (code !== 0) throw new Error('The kit could not be built, so nothing was published.');
}

const commands: Readonly<Record<string, (words: Words) => Promise<void>>> = { registry: serve, 'publish-kit': publish };

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4873' },
      upstream: { type: 'string' },
      registry: { type: 'string', default: 'http://127.0.0.1:4873/' },
      built: { type: 'boolean', default: false },
    },
  });
  const command = commands[positionals[0] ?? ''];
  if (!command) throw new Error(USAGE);
  await command(values);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
