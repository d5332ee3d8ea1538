import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './server-account.ts';

/** One program to run to its end, and as whom. */
export interface Program {
  readonly command: readonly string[];
  readonly account: Account | null;
  readonly cwd: string;
  readonly libraries?: string;
}

export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
}

/** The little that PostgreSQL gets to see of our environment: no locale and no PG… variable changes what it does. */
export function environment(libraries?: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}

/** The account in the form that `spawn` takes. */
export const identity = (account: Account | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};

/** Runs a program; one that cannot even be started is one that did not succeed. */
export async function runProgram({ command: [file = '', ...args], account, cwd, libraries }: Program): Promise<Outcome> {
  const child = spawn(file, args, { cwd, env: environment(libraries), stdio: ['ignore', 'pipe', 'pipe'], ...identity(account) });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { succeeded: code === 0, output: output.trim() };
  } catch (error) {
    return { succeeded: false, output: String(error) };
  }
}
