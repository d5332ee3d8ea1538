import type { Instant } from '@callstitch/domain';
import type { SweepFiles } from './sweep-files.js';
import type { SweepFinding } from './sweep-report.js';
import type { NamedRecording, SweepSession } from './sweep-store.js';

/** What the parts of a sweep have in common. */
export interface SweepWork {
  readonly session: SweepSession;
  readonly files: SweepFiles;
  readonly now: Instant;
  readonly minAgeSeconds: number;
  readonly force: boolean;
  readonly dryRun: boolean;
  /** How many rows or files are looked at together. */
  readonly batchSize: number;
  readonly onFinding: (finding: SweepFinding) => Promise<void>;
  /** Counts what was looked at: a recording is looked at twice. */
  readonly onProgress: (looked: number) => void;
}

/** All recordings that name a file, a page at a time. */
export async function* recordingPages(
  { session, batchSize }: Pick<SweepWork, 'session' | 'batchSize'>,
  names: readonly string[] | null = null,
): AsyncIterable<readonly NamedRecording[]> {
  for (let after: NamedRecording | null = null; ;) {
    const page: readonly NamedRecording[] = await session.recordings({ after, limit: batchSize, names });
    after = page.at(-1) ?? null;
    if (after === null) return;
    yield page;
  }
}
