import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import { nameFiles } from './name-files.js';
import type { SweepFiles } from './sweep-files.js';
import { sweepMissing } from './sweep-missing.js';
import { sweepOrphans } from './sweep-orphans.js';
import type { SweepFinding, SweepReport } from './sweep-report.js';
import type { SweepStore } from './sweep-store.js';
import type { SweepWork } from './sweep-work.js';

export interface SweepOptions {
  readonly store: SweepStore;
  readonly files: SweepFiles;
  readonly now: Instant;
  /** Younger files stay in any case. */
  readonly minAgeDays: number;
  /** Overrules doubts: directories that look unmounted, calls that are untold, files that a recording may mean. */
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly batchSize?: number;
  readonly onFinding?: (finding: SweepFinding) => Promise<void>;
  /** Counts what was looked at: a recording is looked at twice. */
  readonly onProgress?: (looked: number) => void;
}

const DAY_SECONDS = 86_400;
const AT_ONCE = 2_000;

/**
 * Brings recordings and their files together: recordings whose file is missing lose its path, files that no recording
 * names are removed. Nothing of a suspicious directory is changed. May be stopped at any point and repeated.
 */
export async function sweepRecordings({ store, files, ...options }: SweepOptions): Promise<SweepReport> {
  const { now, minAgeDays, force, dryRun, batchSize = AT_ONCE } = options;
  const { onFinding = () => Promise.resolve(), onProgress = () => undefined } = options;
  const minAgeSeconds = minAgeDays * DAY_SECONDS;
  return store.alone(async (session) => {
    const work: SweepWork = { session, files, now, minAgeSeconds, force, dryRun, batchSize, onFinding, onProgress: counting(onProgress) };
    const directories = await files.directories();
    // Asked first: what is told meanwhile has rows when they are looked at.
    const waiting = await session.untold(secondsAfter(now, -minAgeSeconds));
    const { recordings, unknown, suspicious } = await nameFiles(work, directories);
    const untold = waiting.unreadRows + waiting.conversations > 0;
    const usable = directories.flatMap(({ directory, state }) => (state === 'usable' ? [directory] : []));
    const orphans = await sweepOrphans(work, { directories: usable, untold });
    const left = new Set(force ? [] : suspicious.map(({ directory }) => directory));
    // Last: by now it is known which of them may have been moved.
    const missing = await sweepMissing(work, new Set(directories.flatMap(({ directory }) => (left.has(directory) ? [] : [directory]))));
    return { recordings, unknown, suspicious, waiting, ...orphans, ...missing };
  });
}

function counting(onProgress: (looked: number) => void): (more: number) => void {
  let looked = 0;
  return (more) => onProgress((looked += more));
}
