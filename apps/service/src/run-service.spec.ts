import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../dist/main.js');
const SAMPLE = join(import.meta.dirname, '../../../samples/asterisk/scenarios');

interface Running {
  readonly child: ReturnType<typeof spawn>;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function started(environment: Readonly<Record<string, string>>, args: readonly string[] = []): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
}

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'service-data-'));
});
afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

test('the first start shows calls and a token that works; it stops when it is told to, and the next start shows no token', async () => {
  const environment = { CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: '127.0.0.1:0' };
  const first = started(environment, [join(SAMPLE, '001-internal-answered-caller-hangs-up.csv')]);
  await until(() => first.said().includes('More tokens'));
  const url = /listens on (\S+)\/1\.0/.exec(first.said())?.[1] ?? first.said();
  const token = /TOKEN=(\S+)/.exec(first.said())?.[1] ?? '';
  const answer = await fetch(`${url}/1.0/cdr`, { headers: { 'X-Auth-Token': token } });
  expect([answer.status, ((await answer.json()) as { total: number }).total > 0]).toEqual([200, true]);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  // The secret stays out of what is logged of requests.
  expect(
    first
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join(''),
  ).not.toContain(token);
  const second = started(environment);
  await until(() => second.said().includes('listens on'));
  expect(second.said()).not.toContain('TOKEN=');
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
}, 90_000);

test('a port that is taken is said in a sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const service = started({ CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: `127.0.0.1:${port}` });
  expect(await service.ended).toBe(1);
  expect(service.said()).toMatch(/^listen EADDRINUSE: address already in use 127\.0\.0\.1:\d+\n$/);
  taken.close();
}, 60_000);

test('a wrong environment is said at once, and nothing is started', async () => {
  const service = started({ CALLSTITCH_LISTEN: 'here', CALLSTITCH_AUTH: 'nobody', CALLSTITCH_DATA: data });
  expect(await service.ended).toBe(1);
  expect(service.said()).toMatch(/^The environment is not accepted:\n- CALLSTITCH_LISTEN.*\n- CALLSTITCH_AUTH/);
});
