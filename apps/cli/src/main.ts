import { readFileSync } from 'node:fs';
import { runCommand } from './run-command.js';
import type { Screen } from './terminal.js';

// The only file that knows the process: everything else is handed what it needs.

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
const { NO_COLOR = '', TERM, CALLSTITCH_DEBUG = '' } = process.env;

function screen(stream: NodeJS.WriteStream): Screen {
  const isTerminal = stream.isTTY;
  return {
    columns: isTerminal ? stream.columns : null,
    colours: isTerminal && NO_COLOR === '' && TERM !== 'dumb',
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once('drain', resolve);
      }),
  };
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read us has seen enough, as in `callstitch correlate calls.csv | head`.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await runCommand(process.argv.slice(2), {
  version: manifest.version,
  stdin: () => process.stdin,
  out: screen(process.stdout),
  err: screen(process.stderr),
  now: () => performance.now(),
  showsStacks: CALLSTITCH_DEBUG !== '' && CALLSTITCH_DEBUG !== '0',
});
