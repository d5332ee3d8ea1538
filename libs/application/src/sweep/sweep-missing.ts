import type { NamedRecording } from './sweep-store.js';
import type { SweepReport } from './sweep-report.js';
import type { SweepWork } from './sweep-work.js';
import { recordingPages } from './sweep-work.js';

/**
 * Reports the recordings whose files are missing in some directories, and takes their paths. Looks at the directories
 * again before each batch: a disk may go away while a sweep is under way.
 */
export async function sweepMissing(work: SweepWork, directories: ReadonlySet<string>): Promise<Pick<SweepReport, 'missing' | 'cleared'>> {
  let [missing, cleared] = [0, 0];
  for await (const page of recordingPages(work)) {
    const gone = await missingAmong(work, page, directories);
    const uuids = await clear(work, gone);
    missing += gone.length;
    cleared += uuids.size;
    for (const { recording } of gone) {
      const { callLogId, uuid, path } = recording;
      await work.onFinding({ kind: 'missing', callLogId, uuid, path, cleared: uuids.has(uuid) });
    }
    work.onProgress(page.length);
  }
  return { missing, cleared };
}

interface Gone {
  readonly recording: NamedRecording;
  readonly directory: string;
}

/** What is marked is left to the purge. */
async function missingAmong(
  { files }: SweepWork,
  page: readonly NamedRecording[],
  directories: ReadonlySet<string>,
): Promise<readonly Gone[]> {
  const places = await Promise.all(page.map(({ path }) => files.locate(path)));
  return page.flatMap((recording, index) => {
    const place = places[index];
    if (recording.marked || place?.kind !== 'missing' || place.directory === null || !directories.has(place.directory)) return [];
    return [{ recording, directory: place.directory }];
  });
}

async function clear({ session, files, dryRun, force }: SweepWork, gone: readonly Gone[]): Promise<ReadonlySet<string>> {
  if (dryRun || gone.length === 0) return new Set();
  const lostMidway = new Set<string>();
  if (!force) {
    for (const { directory, state } of await files.directories())
      if (state === 'missing' || state === 'unreadable') lostMidway.add(directory);
  }
  // Its path was remembered: a file that may be its own was found elsewhere.
  const unnamed = await session.unnamed(gone.map(({ recording }) => recording.path));
  return session.clearPaths(
    gone.flatMap(({ recording, directory }) => (unnamed.has(recording.path) && !lostMidway.has(directory) ? [recording] : [])),
  );
}
