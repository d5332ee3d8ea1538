import type { Directory } from '@callstitch/domain';

/** One thing that a directory was asked, e.g. `line bob02`; compared, never read. */
export type DirectoryQuestion = string;

/**
 * A directory that may have to find out first.
 *
 * Who tells calls cannot wait, so `directory` answers from memory: what is not known yet is answered null and noted as
 * an open question. A telling with open questions is void; it is repeated once the answers are there.
 */
export interface DirectorySource {
  readonly directory: Directory;
  /** Another text when answers may have changed: part of the name of who tells. */
  readonly version: string;
  /** Takes note of changes, before a run; keeps what it had when the new content cannot be used. */
  refresh(): Promise<void>;
  /** What was asked since the last call and could not be answered from memory, each once. */
  openQuestions(): readonly DirectoryQuestion[];
  /** Finds out. Resolves to those that have no answer now, with the reason; never rejects. */
  inquire(questions: readonly DirectoryQuestion[]): Promise<ReadonlyMap<DirectoryQuestion, string>>;
}
