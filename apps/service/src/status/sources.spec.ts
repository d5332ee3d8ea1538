import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
const SAMPLE = join(import.meta.dirname, '../../../../samples/asterisk/scenarios/001-internal-answered-caller-hangs-up.csv');

let data: string;
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'service-data-'))));
const children = new Set<ChildProcess>();
afterEach(() => {
  // One whose test failed would keep the runner of specs from ending.
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  rmSync(data, { recursive: true, force: true });
});

function started(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: '127.0.0.1:0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  let came = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      came();
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const until = async (text: string): Promise<string> => {
    while (!said.includes(text)) await new Promise<void>((resolve) => (came = resolve));
    return said;
  };
  return { child, until, ended, said: () => said };
}

test('a call whose rows are appended to a followed file is answered, and the status names the source', async () => {
  const file = join(data, 'Master.csv');
  const config = join(data, 'callstitch.yml');
  writeFileSync(config, 'sources: { follow: [Master.csv] }\n');
  const [header = '', ...rows] = readFileSync(SAMPLE, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${header}\n`);
  const service = started({ CALLSTITCH_CONFIG: config });
  const said = await service.until('What next');
  const url = /listens on (\S+)\/1\.0/.exec(said)?.[1] ?? said;
  const headers = { 'X-Auth-Token': /TOKEN=(\S+)/.exec(said)?.[1] ?? '' };
  const ask = async <Answer>(path: string): Promise<Answer> => (await (await fetch(`${url}/1.0${path}`, { headers })).json()) as Answer;
  for (const row of rows) appendFileSync(file, `${row}\n`);
  while ((await ask<{ total: number }>('/cdr')).total === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await ask<{ total: number }>('/cdr')).total).toBe(1);
  expect(await ask('/status')).toMatchObject({ live: { arrivals: { follow: expect.any(Number) as number } } });
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
}, 60_000);

test('a source without its secret keeps the service from starting, in a sentence', async () => {
  const config = join(data, 'callstitch.yml');
  writeFileSync(config, 'sources: { ami: { username: callstitch } }\n');
  const service = started({ CALLSTITCH_CONFIG: config });
  expect(await service.ended).toBe(1);
  expect(service.said()).toContain('sources.ami wants its secret in the environment variable CALLSTITCH_AMI_SECRET, which is not set.\n');
}, 60_000);
