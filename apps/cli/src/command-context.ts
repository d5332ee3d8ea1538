import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** What the arguments of a command lead to. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly exitWith: (code: ExitCode) => void;
}
