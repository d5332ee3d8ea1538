import { runSimulate } from './command/run-simulate.js';

// The only file that knows the process.
process.exitCode = await runSimulate(process.argv.slice(2), {
  stdout: () => process.stdout,
  stderr: { isTerminal: process.stderr.isTTY, write: (text) => process.stderr.write(text) },
  now: Date.now,
  untilInterrupted: () => {
    const interrupted = new AbortController();
    process.once('SIGINT', () => interrupted.abort());
    return interrupted.signal;
  },
});
