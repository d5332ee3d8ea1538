import type { Instant } from '@callstitch/domain';
import type { Callstitch, CallstitchSettings } from '@callstitch/runtime';
import type { Settings } from '@callstitch/runtime/settings';

/** One of the two streams that a command writes to. */
export interface Screen {
  /** Its width when a person looks at it; null for a file or a pipe. */
  readonly columns: number | null;
  readonly colours: boolean;
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
}

/** What a command sees of the machine. */
export interface Terminal {
  readonly version: string;
  /** What the configuration file and the environment say; read when a command asks for it. */
  readonly settings: () => Promise<Settings>;
  readonly stdin: () => NodeJS.ReadableStream;
  /** Results, and nothing else. */
  readonly out: Screen;
  /** Everything said about the results. */
  readonly err: Screen;
  /** Puts a question to the person who sits there; null when nobody does. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Milliseconds of a clock that only counts. */
  readonly now: () => number;
  /** What time it is. */
  readonly clock: () => Instant;
  readonly showsStacks: boolean;
  readonly openCallstitch: (settings: CallstitchSettings) => Promise<Callstitch>;
}
