import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { cleanText } from './clean-text.js';
import type { ExitCode } from './exit-code.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { program } from './program.js';
import type { Terminal } from './terminal.js';

/** Runs what the arguments say and gives the exit code; never throws, and shows nobody a stack trace who did not ask for it. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.fine;
  const command = program({ terminal, exitWith: (code) => (exitCode = code) });
  try {
    await command.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return error instanceof CommanderError ? sayUsage(error, named(command, args), terminal) : sayFailure(error, terminal);
  }
}

/** Says what went wrong, in a sentence when it is one of our errors, and gives its exit code. */
export async function sayFailure(error: unknown, terminal: Terminal): Promise<ExitCode> {
  const known = exitCodeOf(error);
  await terminal.err.write(`${known === null ? unexpected(error, terminal) : sentences(error)}\n`);
  return known ?? EXIT.unexpected;
}

/** The command that the first words name, as it is written: `callstitch import cel`. */
function named(command: Command, [word, ...rest]: readonly string[]): string {
  const inner = command.commands.find((candidate) => candidate.name() === word);
  return inner === undefined ? command.name() : `${command.name()} ${named(inner, rest)}`;
}

/** Before a sentence that says which argument is meant by itself. */
const OF_COMMANDER = /^error: (?:command-argument value '.*?' is invalid for argument '\w+'\. (?="))?/s;

/** Says in one sentence what is wrong with the arguments, and where they are described. */
export async function sayUsage({ code, message }: CommanderError, command: string, { err }: Terminal): Promise<ExitCode> {
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return EXIT.fine;
  if (code === 'commander.help') return EXIT.wrongArguments;
  const said = cleanText(message.replace(OF_COMMANDER, '').replace(/\s*\n\s*/g, ' ')).replace(/\.$/, '');
  const hint = message.includes("'file'") ? 'name a CSV file, or - for standard input; ' : '';
  await err.write(`${said.charAt(0).toUpperCase()}${said.slice(1)}; ${hint}see ${command} --help.\n`);
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
