import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeKeeperLock } from './keeper-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'callstitch-lock-'));
const path = join(folder, 'keeper.lock');
let holder: ChildProcess | undefined;
afterAll(() => {
  holder?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('the lock is for one process, and free again when that one was killed', async () => {
  const module = new URL('./keeper-lock.ts', import.meta.url).href;
  const program = `const { takeKeeperLock } = await import('${module}'); globalThis.lock = takeKeeperLock(process.argv[1]); console.log(1); setInterval(() => 0, 1000);`;
  holder = spawn(process.execPath, ['--input-type=module', '-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  await once(holder.stdout!, 'data');
  expect(takeKeeperLock(path)).toBeNull();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = takeKeeperLock(path);
  expect(lock).not.toBeNull();
  lock?.close();
});
