import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningRegistry } from '../start-registry.js';

export interface ProcessOptions {
  readonly workspace: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The words of an npm script of the workspace, without the build before them; a test runs after the build. */
export async function scriptAfterBuild(workspace: string, name: string): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(join(workspace, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const [, words = ''] = /&& exec (.+)$/.exec(scripts[name] ?? '') ?? [];
  if (words === '') throw new Error(`package.json has no script ${name} that ends with: && exec …`);
  return words.split(' ');
}

/** Starts what `npm run registry` starts, as a process of its own. */
export async function startRegistryProcess({ workspace, args, env }: ProcessOptions): Promise<RunningRegistry> {
  const [command = '', ...words] = await scriptAfterBuild(workspace, 'registry');
  const child = spawn(command, [...words, ...args], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.on('error', reject).on('close', () => reject(new Error(`the registry ended: ${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
