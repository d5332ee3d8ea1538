import type { FileFailure, TenantTally } from './purge-report.js';
import type { MarkedRecording, PurgeSession } from './purge-store.js';
import type { RecordingFiles } from './recording-files.js';

const AT_ONCE = 200;
const FAILURES_SHOWN = 100;

/**
 * Removes the files of marked recordings, then their marks: killed in between, the file is missing and the next purge
 * settles it. One that cannot be removed stays marked and holds up no other.
 */
export async function removeMarked(
  session: Pick<PurgeSession, 'marked' | 'settle'>,
  files: Pick<RecordingFiles, 'remove'>,
  tally: TenantTally,
): Promise<{ readonly failures: readonly FileFailure[]; readonly failed: number }> {
  const failures: FileFailure[] = [];
  let failed = 0;
  for (let last: MarkedRecording | null = null; ;) {
    const marked: readonly MarkedRecording[] = await session.marked(last, AT_ONCE);
    last = marked.at(-1) ?? null;
    if (last === null) return { failures, failed };
    const gone: MarkedRecording[] = [];
    for (const recording of marked) {
      const removal = await files.remove(recording.path);
      if (removal.kind !== 'failed') gone.push(recording);
      else if (failed++ < FAILURES_SHOWN) failures.push({ path: recording.path, reason: removal.reason });
    }
    await session.settle(gone);
    tally.add(
      'recordings',
      gone.map(({ tenantUuid }) => [tenantUuid, 1] as const),
    );
  }
}
