import type { CallstitchErrorCode } from '@callstitch/domain';

/** How the command ends; `--help` says the same. */
export const EXIT = {
  fine: 0,
  /** Rows were broken or conversations refused; the output is complete for the rest. */
  incomplete: 1,
  wrongArguments: 2,
  unusableFile: 3,
  unknownConversation: 4,
  /** A defect of ours. */
  unexpected: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const CODES: Readonly<Record<CallstitchErrorCode, ExitCode>> = {
  ARGUMENT_INVALID: EXIT.wrongArguments,
  CEL_FILE_NOT_FOUND: EXIT.unusableFile,
  CEL_FILE_INVALID: EXIT.unusableFile,
  DIRECTORY_INVALID: EXIT.unusableFile,
  CONVERSATION_NOT_FOUND: EXIT.unknownConversation,
};

/** The exit code of one of our errors, known by its code; null for any other. */
export function exitCodeOf(error: unknown): ExitCode | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && Object.hasOwn(CODES, code) ? CODES[code as CallstitchErrorCode] : null;
}
