import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { DataDirectory } from './data-directory.ts';

/**
 * Where new ports are looked for: below the range from which the kernel serves outgoing connections,
 * one of which could otherwise sit on our port at the next start.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000];

/** The port that was chosen once for this cluster, if any. */
export function storedPort({ port }: DataDirectory): number | null {
  try {
    const number = Number(readFileSync(port, 'utf8'));
    return Number.isInteger(number) && number > 0 && number < 65_536 ? number : null;
  } catch {
    return null;
  }
}

/** Finds a port that is free now, and writes it down for the next starts. */
export async function chooseNewPort(directory: DataDirectory): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!(await isFree(port))) continue;
    writeFileSync(`${directory.port}.unfinished`, `${port}\n`, { mode: 0o600 });
    renameSync(`${directory.port}.unfinished`, directory.port);
    return port;
  }
  throw new Error(`No free port on 127.0.0.1 between ${LOWEST} and ${HIGHEST}: too many programs listen there.`);
}

export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
