import { Readable } from 'node:stream';
import type { Instant } from '@callstitch/domain';
import type { ExitCode } from '../exit-code.js';
import { runCommand } from '../run-command.js';
import { readSettings } from '@callstitch/runtime/settings';
import type { Terminal } from '../terminal.js';
import { RecordedScreen } from './recorded-screen.js';

export interface RunOptions extends Partial<Omit<Terminal, 'out' | 'err' | 'stdin'>> {
  readonly columns?: number;
  readonly colours?: boolean;
  readonly stdin?: Readable;
  readonly program?: typeof runCommand;
}

/** How a command ended and what it wrote. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: RecordedScreen;
  readonly err: RecordedScreen;
}

/** The day after the recorded calls. */
export const TUESDAY = (Date.UTC(2026, 10, 24) * 1000) as Instant;

/** Runs a command in this process, on screens that keep what is written. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { columns, colours = false, stdin = Readable.from([]), program = runCommand, ...changed } = options;
  const [out, err] = [new RecordedScreen(columns ?? null, colours), new RecordedScreen(columns ?? null, colours)];
  const terminal: Terminal = {
    version: '1.2.3',
    settings: () => readSettings({}),
    stdin: () => stdin,
    out,
    err,
    ask: null,
    now: () => 0,
    clock: () => TUESDAY,
    showsStacks: false,
    openCallstitch: () => Promise.reject(new Error('this command needs no database')),
    ...changed,
  };
  return { code: await program(args, terminal), out, err };
}
