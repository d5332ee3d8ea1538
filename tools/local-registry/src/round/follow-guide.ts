import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { firstLineMissing } from './first-line-missing.js';
import type { GuideStep } from './read-guide.js';

/** Where a reader of a guide sits. */
export interface Reader {
  /** The folder that the guide begins in; it follows each `cd`. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the reader's page says in place of some words, such as the port that is free here. */
  readonly reading: (text: string) => string;
  /** Done in place of a command, such as one that never ends by itself. */
  readonly instead: Readonly<Record<string, () => Promise<unknown>>>;
}

/** How a command ended and all that it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const ENDS_WITH = /# ends with (\d+)$/m;

/** Does what a guide says, step by step. The first step that goes otherwise than it says is the error, with its line in the page. */
export async function followGuide(steps: readonly GuideStep[], reader: Reader): Promise<void> {
  const whereabouts = join(reader.folder, '.whereabouts');
  let { folder } = reader;
  let output = '';
  for (const step of steps) {
    if (step.kind === 'write') {
      const file = join(folder, step.file);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, reader.reading(step.text));
    } else if (step.kind === 'see') {
      const missing = firstLineMissing(reader.reading(step.text), output);
      if (missing !== null) throw new Error(`line ${step.line}: not seen: ${missing}\n${output}`);
    } else if (reader.instead[step.script.trim()]) {
      await reader.instead[step.script.trim()]!();
    } else {
      const script = `${reader.reading(step.script)}pwd > '${whereabouts}'\n`;
      const ended = await runCommand('sh', ['-e', '-c', script], { cwd: folder, env: reader.env });
      output = ended.output;
      const code = Number(ENDS_WITH.exec(step.script)?.[1] ?? 0);
      if (ended.code !== code) throw new Error(`line ${step.line}: ended with ${ended.code ?? 'a signal'}, not ${code}\n${output}`);
      if (code === 0) folder = (await readFile(whereabouts, 'utf8')).trim();
    }
  }
}

/** Runs a command to its end; nothing of this process but what `env` says is handed on. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ended> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, output })));
}
