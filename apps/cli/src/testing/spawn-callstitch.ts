import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a process ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface SpawnOptions {
  readonly input?: string | Buffer;
  /** Beside the path: nothing else of this process is handed on. */
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: 'callstitch' | 'wazo-call-logs';
  readonly cwd?: string;
}

const BIN = join(import.meta.dirname, '../../bin');

/** Runs the built command as a process of its own. */
export async function spawnCallstitch(
  args: readonly string[],
  { input = '', env = {}, program = 'callstitch', cwd }: SpawnOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(BIN, `${program}.mjs`), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
