import type { FoundFile } from './sweep-files.js';
import type { NamedRecording } from './sweep-store.js';
import type { SweepWork } from './sweep-work.js';
import { recordingPages } from './sweep-work.js';

/** What recordings of the same file names say of files that seem to be orphans. */
export interface Namesakes {
  /** Files that a recording names after all: its row was written while the sweep was under way. */
  readonly named: ReadonlySet<string>;
  /** Names of files that some recording has lost. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Asks again, just before something is removed, by the names of files alone. A lost recording keeps its path then, unless
 * it is overruled: the file may be its own, moved or behind another link.
 */
export async function lostNamesakes(work: SweepWork, orphans: readonly FoundFile[]): Promise<Namesakes> {
  const named = new Set<string>();
  const lost = new Set<string>();
  if (orphans.length === 0) return { named, lost };
  for await (const page of recordingPages(work, [...new Set(orphans.map(({ path }) => nameOf(path)))])) {
    const missed: NamedRecording[] = [];
    const places = await Promise.all(page.map(({ path }) => work.files.locate(path)));
    for (const [index, place] of places.entries()) {
      const recording = page[index] as NamedRecording;
      if (place.kind === 'there') for (const realPath of place.realPaths) named.add(realPath);
      else if (place.kind === 'unknown' || !recording.marked) missed.push(recording);
    }
    for (const { path } of missed) lost.add(nameOf(path));
    if (!work.force) await work.session.remember(missed.map(({ path }) => path));
  }
  return { named, lost };
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
