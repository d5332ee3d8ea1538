/** How the command ends; `--help` says the same. */
export const EXIT = {
  fine: 0,
  /** A file or the database did not take the rows. */
  notWritten: 1,
  wrongArguments: 2,
  /** Ctrl-C ended it; what had happened until then is written. */
  stopped: 130,
  /** A defect of ours. */
  unexpected: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
