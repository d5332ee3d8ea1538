import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectoryAt } from './data-directory.ts';
import { chooseNewPort, isFree, storedPort } from './server-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'callstitch-port-'));
const directory = dataDirectoryAt(folder);
afterAll(() => rmSync(folder, { recursive: true }));

test('a new port is free, below those of outgoing connections, and written down for its owner alone', async () => {
  expect(storedPort(directory)).toBeNull();
  const port = await chooseNewPort(directory);
  expect(storedPort(directory)).toBe(port);
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
  expect((statSync(directory.port).mode & 0o777).toString(8)).toBe('600');
});

test('a port that somebody listens on is not free', async () => {
  const port = await chooseNewPort(directory);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});

test.each(['', 'none\n', '0\n', '70000\n', '5432.5\n'])('%j is no port', (text) => {
  writeFileSync(directory.port, text);
  expect(storedPort(directory)).toBeNull();
});
