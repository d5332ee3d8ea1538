import { CommanderError } from 'commander';
import { cleanText } from './clean-text.js';
import type { ExitCode } from './exit-code.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { program } from './program.js';
import type { Terminal } from './terminal.js';

/** Runs what the arguments say and gives the exit code; never throws, and shows nobody a stack trace who did not ask for it. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const command = program(terminal, (code) => (exitCode = code));
  try {
    await command.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return await sayUsage(error, args, terminal);
    const known = exitCodeOf(error);
    await terminal.err.write(`${known === null ? unexpected(error, terminal) : sentences(error)}\n`);
    return known ?? EXIT.unexpected;
  }
}

async function sayUsage({ code, message }: CommanderError, args: readonly string[], { err }: Terminal): Promise<ExitCode> {
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return EXIT.fine;
  if (code === 'commander.help') return EXIT.wrongArguments;
  const said = cleanText(message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')).replace(/\.$/, '');
  const help = args[0] === 'correlate' ? 'callstitch correlate --help' : 'callstitch --help';
  const hint = code === 'commander.missingArgument' ? 'name a CSV file, or - for standard input; ' : '';
  await err.write(`${said.charAt(0).toUpperCase()}${said.slice(1)}; ${hint}see ${help}.\n`);
  return EXIT.wrongArguments;
}

/** Our own messages may be lists, so their line ends stay. */
function sentences(error: unknown): string {
  return (error as Error).message.split('\n').map(cleanText).join('\n');
}

function unexpected(error: unknown, { showsStacks }: Terminal): string {
  if (showsStacks) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const said = cleanText(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  return `This should not have happened: ${said}. Please report it with the command you gave; CALLSTITCH_DEBUG=1 shows where it happened.`;
}
