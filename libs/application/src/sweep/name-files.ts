import type { SuspiciousDirectory } from './sweep-report.js';
import type { SweptDirectory, Whereabouts } from './sweep-files.js';
import type { SweepWork } from './sweep-work.js';
import { recordingPages } from './sweep-work.js';

/** What the first look at all recordings showed. */
export interface NamedFiles {
  readonly recordings: number;
  readonly unknown: number;
  readonly suspicious: readonly SuspiciousDirectory[];
}

/** Remembers every file that a recording names, by its real path, and finds out which directories are suspicious. */
export async function nameFiles(work: SweepWork, directories: readonly SweptDirectory[]): Promise<NamedFiles> {
  const { session, files, onProgress } = work;
  let recordings = 0;
  const absent = new Map<string, number>();
  const unknown = new Map<string, number>();
  for await (const page of recordingPages(work)) {
    const places = await Promise.all(page.map(({ path }) => files.locate(path)));
    await session.remember(places.flatMap((place) => (place.kind === 'there' ? place.realPaths : [])));
    for (const [index, place] of places.entries()) {
      const directory = directoryOf(place);
      if (directory === null || page[index]?.marked === true) continue;
      absent.set(directory, (absent.get(directory) ?? 0) + 1);
      if (place.kind === 'unknown') unknown.set(directory, (unknown.get(directory) ?? 0) + 1);
    }
    recordings += page.length;
    onProgress(page.length);
  }
  const suspicious = suspiciousOf(directories, absent);
  const known = new Set(suspicious.map(({ directory }) => directory));
  const others = [...unknown].filter(([directory]) => !known.has(directory));
  return { recordings, unknown: others.reduce((sum, [, number]) => sum + number, 0), suspicious };
}

/** An empty directory is fine when no recording names a file in it; one that is missing or unreadable never is. */
export function suspiciousOf(directories: readonly SweptDirectory[], absent: ReadonlyMap<string, number>): readonly SuspiciousDirectory[] {
  return directories.flatMap(({ directory, state }) => {
    const recordings = absent.get(directory) ?? 0;
    return state === 'usable' || (state === 'empty' && recordings === 0) ? [] : [{ directory, state, recordings }];
  });
}

function directoryOf(place: Whereabouts): string | null {
  return place.kind === 'there' ? null : place.directory;
}
