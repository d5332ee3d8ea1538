import type { CallstitchErrorCode } from '@callstitch/domain';

/** How the command ends; `--help` says the same. */
export const EXIT = {
  fine: 0,
  /** Rows were broken or conversations refused; the output is complete for the rest. */
  incomplete: 1,
  wrongArguments: 2,
  unusableFile: 3,
  /** No conversation, call log, token, tenant or job has the id or name that was given. */
  unknownId: 4,
  /** Not reached, not started, not migrated, or without CELs. */
  unusableDatabase: 5,
  /** CELs that would be needed are gone, a deletion was not confirmed, a tenant is still needed, or a job is running. */
  refused: 6,
  /** A defect of ours. */
  unexpected: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The same for people. */
export const EXIT_CODES = `
Exit codes:
  0   everything was done
  1   some rows were broken or not added, some conversations could not be told, or a purge or sweep left something; the rest is complete
  2   wrong arguments, or a DATABASE_URL that is no URL
  3   a CSV, directory, configuration or archive file, or a plugin, cannot be read or used
  4   no conversation, call log or token has that id, no CEL that linkedid, or no tenant or job that name
  5   the database cannot be reached, started or used
  6   nothing was done: CELs that would be needed are gone, a deletion was not confirmed, a tenant is needed, or a purge or job must end first
  70  a defect of the program; please report it`;

const CODES: Readonly<Record<CallstitchErrorCode, ExitCode>> = {
  ARCHIVE_INVALID: EXIT.unusableFile,
  ARCHIVE_UNUSABLE: EXIT.unusableFile,
  ARGUMENT_INVALID: EXIT.wrongArguments,
  CEL_FILE_NOT_FOUND: EXIT.unusableFile,
  CEL_FILE_INVALID: EXIT.unusableFile,
  DIRECTORY_INVALID: EXIT.unusableFile,
  CONVERSATION_NOT_FOUND: EXIT.unknownId,
  CALL_LOG_NOT_FOUND: EXIT.unknownId,
  DATABASE_NOT_STARTED: EXIT.unusableDatabase,
  DATABASE_UNREACHABLE: EXIT.unusableDatabase,
  DATABASE_TOO_OLD: EXIT.unusableDatabase,
  DATABASE_EXTENSION_MISSING: EXIT.unusableDatabase,
  DATABASE_MIGRATION_FAILED: EXIT.unusableDatabase,
  DATABASE_NOT_MIGRATED: EXIT.unusableDatabase,
  CEL_TABLE_NOT_FOUND: EXIT.unusableDatabase,
  CEL_TABLE_INVALID: EXIT.unusableDatabase,
  CELS_GONE: EXIT.refused,
  CONFIG_INVALID: EXIT.unusableFile,
  PLUGINS_REJECTED: EXIT.unusableFile,
  AUTH_UNREACHABLE: EXIT.unusableDatabase,
  TENANT_NOT_FOUND: EXIT.unknownId,
  TOKEN_NOT_FOUND: EXIT.unknownId,
  TENANT_IN_USE: EXIT.refused,
  TENANTS_UNSURE: EXIT.refused,
  PURGE_UNFINISHED: EXIT.refused,
  EXPORT_UNWRITABLE: EXIT.unusableFile,
  JOB_NOT_FOUND: EXIT.unknownId,
  JOB_RUNNING: EXIT.refused,
};

/** The exit code of one of our errors, known by its code; null for any other. */
export function exitCodeOf(error: unknown): ExitCode | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && Object.hasOwn(CODES, code) ? CODES[code as CallstitchErrorCode] : null;
}
