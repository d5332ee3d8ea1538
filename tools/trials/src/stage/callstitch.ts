import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const COMMAND = join(import.meta.dirname, '../../../../apps/cli/dist/main.js');

/** Runs the command on a database; rejects with what it said when it fails. */
export async function callstitch(databaseUrl: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [COMMAND, ...args], { env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl } });
}
