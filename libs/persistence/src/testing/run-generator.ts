import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a generator process ended. */
export interface GeneratorEnd {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly output: string;
}

/** Runs a generator on a database as a process of its own; with a statement it kills itself before sending it. */
export function runGenerator(url: string, statement = 0): Promise<GeneratorEnd> {
  const program = join(import.meta.dirname, '../../dist/testing/generator-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, url, String(statement)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ signal, code, output })));
}
