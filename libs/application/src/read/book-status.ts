import type { Instant } from '@callstitch/domain';

/** One execution of a generation, deletion, import or sweep, as it was recorded. */
export interface Run {
  readonly id: number;
  readonly startedAt: Instant;
  /** Null while it runs, and for ever when it was killed. */
  readonly endedAt: Instant | null;
  /** Who asked: `command`, later a schedule or a live event. */
  readonly trigger: string;
  /** What was asked, e.g. `{ "command": "generate", "count": 20000 }`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: string | null;
}

/** How the book stands. */
export interface BookStatus {
  readonly callLogs: number;
  /** Rows that no run has read. */
  readonly unreadRows: number;
  readonly open: number;
  readonly refused: readonly { readonly reason: string; readonly conversations: number }[];
  readonly lastRuns: readonly Run[];
}

/** Records runs. */
export interface RunBook {
  begin(trigger: string, options: Readonly<Record<string, unknown>>): Promise<number>;
  end(id: number, outcome: { readonly result: Readonly<Record<string, unknown>> } | { readonly error: string }): Promise<void>;
}
