import { secondsAfter, secondsBetween } from '@callstitch/domain';
import type { OrphanQuestion } from './decide-orphan.js';
import { decideOrphan } from './decide-orphan.js';
import { lostNamesakes, nameOf } from './lost-namesakes.js';
import type { FoundFile } from './sweep-files.js';
import type { SweepFinding, SweepReport } from './sweep-report.js';
import type { SweepWork } from './sweep-work.js';

type Orphan = Extract<SweepFinding, { kind: 'orphan' }>;

const NOTHING = {
  files: 0,
  unreadable: 0,
  orphans: 0,
  orphanBytes: 0,
  removed: 0,
  removedBytes: 0,
  failed: 0,
  young: 0,
  doubtful: 0,
  untold: 0,
};

/** What came of the files that no recording names. */
export type OrphanCounts = Pick<SweepReport, keyof typeof NOTHING>;

/** Reports the files of some directories that no recording names, and removes those that may go. */
export async function sweepOrphans(
  work: SweepWork,
  { directories, untold }: { readonly directories: readonly string[]; readonly untold: boolean },
): Promise<OrphanCounts> {
  let counts: OrphanCounts = NOTHING;
  let orphans: FoundFile[] = [];
  const settle = async (): Promise<void> => {
    for await (const orphan of settled(work, orphans, untold)) {
      counts = counted(counts, orphan);
      await work.onFinding(orphan);
    }
    orphans = [];
  };
  for (const directory of directories) {
    for await (const listed of work.files.list(directory, work.batchSize)) {
      if (listed.kind === 'unreadable') {
        counts = { ...counts, unreadable: counts.unreadable + 1 };
        await work.onFinding(listed);
        continue;
      }
      counts = { ...counts, files: counts.files + listed.files.length };
      const unnamed = await work.session.unnamed(listed.files.map(({ path }) => path));
      orphans.push(...listed.files.filter(({ path }) => unnamed.has(path)));
      // Many together: to ask for the namesakes of some costs as much as for those of many.
      if (orphans.length >= work.batchSize) await settle();
      work.onProgress(listed.files.length);
    }
  }
  await settle();
  return counts;
}

async function* settled(work: SweepWork, orphans: readonly FoundFile[], untold: boolean): AsyncIterable<Orphan> {
  const { named, lost } = await lostNamesakes(work, orphans);
  for (const file of orphans) {
    if (named.has(file.path)) continue;
    const orphan = await sweepOrphan(work, file, { namesakeLost: lost.has(nameOf(file.path)), untold });
    if (orphan !== null) yield orphan;
  }
}

/** Null for a file that has gone by itself meanwhile. */
async function sweepOrphan(
  { files, now, minAgeSeconds, force, dryRun }: SweepWork,
  file: FoundFile,
  doubts: Pick<OrphanQuestion, 'namesakeLost' | 'untold'>,
): Promise<Orphan | null> {
  const { path, bytes } = file;
  const ageSeconds = Math.floor(secondsBetween(file.writtenAt, now));
  const fate = decideOrphan({ ...doubts, ageSeconds, minAgeSeconds, force });
  if (fate !== 'removable' || dryRun) return { kind: 'orphan', path, bytes, ageSeconds, fate };
  const removal = await files.remove(file, secondsAfter(now, -minAgeSeconds));
  if (removal.kind === 'missing') return null;
  if (removal.kind === 'failed') return { kind: 'orphan', path, bytes, ageSeconds, fate: 'failed', reason: removal.reason };
  return { kind: 'orphan', path, bytes, ageSeconds, fate: 'removed' };
}

function counted(counts: OrphanCounts, { fate, bytes }: Orphan): OrphanCounts {
  const seen = { ...counts, orphans: counts.orphans + 1, orphanBytes: counts.orphanBytes + bytes };
  if (fate === 'removable') return seen;
  if (fate === 'removed') return { ...seen, removed: seen.removed + 1, removedBytes: seen.removedBytes + bytes };
  return { ...seen, [fate]: seen[fate] + 1 };
}
