import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { instant } from '@callstitch/domain';
import type { ExitCode } from './exit-code.js';
import { readSettings } from '@callstitch/runtime/settings';
import type { Screen, Terminal } from './terminal.js';

/** Runs a command on a process, which only the main files know. */
export async function runProcess(
  process: NodeJS.Process,
  run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>,
): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  const { NO_COLOR = '', TERM, CALLSTITCH_DEBUG = '' } = env;
  const colours = NO_COLOR === '' && TERM !== 'dumb';
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read us has seen enough, as in `callstitch correlate calls.csv | head`.
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  process.exitCode = await run(process.argv.slice(2), {
    version: version(),
    settings: () => readSettings(env),
    stdin: () => stdin,
    out: screen(stdout, colours),
    err: screen(stderr, colours),
    ask: stdin.isTTY && stderr.isTTY ? (question) => ask(question, stdin, stderr) : null,
    now: () => performance.now(),
    clock: () => instant(Date.now() * 1000),
    showsStacks: CALLSTITCH_DEBUG !== '' && CALLSTITCH_DEBUG !== '0',
    openCallstitch: async (settings) => (await import('./open-call-logs.js')).openCallstitch(settings),
  });
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

function screen(stream: NodeJS.WriteStream, colours: boolean): Screen {
  const isTerminal = stream.isTTY;
  return {
    columns: isTerminal ? stream.columns : null,
    colours: isTerminal && colours,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once('drain', resolve);
      }),
  };
}

/** An input that ends before an answer is an empty answer. */
async function ask(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  const lines = createInterface({ input, output });
  const ended = new Promise<string>((resolve) =>
    lines.once('close', () => {
      output.write('\n');
      resolve('');
    }),
  );
  const answer = await Promise.race([lines.question(question), ended]);
  lines.removeAllListeners('close').close();
  return answer;
}
