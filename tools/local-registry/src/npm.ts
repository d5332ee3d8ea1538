import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface NpmOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs npm and gives what it wrote; what it complained about is the error. */
export async function npm(args: readonly string[], { cwd, env = {} }: NpmOptions): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('npm', args, { cwd, env: { ...process.env, ...env } });
    return stdout.trim();
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`npm ${args[0] ?? ''} in ${cwd} failed:\n${stderr || stdout}`, { cause: error });
  }
}
