import type { CallLog } from '@callstitch/domain';
import type { RecordingAccess, RecordingAudit } from '../recordings/recording-audit.js';
import type { RecordingBook } from '../recordings/recording-book.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedCall } from './recorded-call.js';

type Stored = CallLog & { readonly id: number };

/** A book of recordings on test, with the call logs beside it. */
export type RecordingBookSubject = RecordingBook & RecordingAudit & { get(callLogId: number): Promise<CallLog | null> };

/** What every RecordingBook with its audit must do; the one in memory and the one on PostgreSQL run the same sentences. */
export function recordingBookContract(
  open: (callLogs: readonly Stored[]) => Promise<RecordingBookSubject>,
  { test, expect }: Runner,
): void {
  const [call, other] = [recordedCall(1), recordedCall(2)];
  const uuid = call.recordings[0]?.uuid as string;
  const access = (changed: Partial<RecordingAccess> = {}): RecordingAccess => ({
    at: momentOf(500),
    tenantUuid: RECORDED_TENANT,
    userUuid: null,
    tokenId: null,
    action: 'delete',
    callLogId: call.id,
    recordingUuid: uuid,
    exportUuid: null,
    ...changed,
  });

  test('a deletion clears the path of that recording, keeps its uuid and times, and is noted', async () => {
    const book = await open([call, other]);
    await book.clearPath(access());
    const [first, ...others] = call.recordings;
    expect((await book.get(1))?.recordings).toEqual([{ ...first, path: null }, ...others]);
    expect((await book.get(2))?.recordings).toEqual(other.recordings);
    expect(await book.of(uuid)).toEqual([access()]);
  });

  test('a deletion of a recording that is no more is noted', async () => {
    const book = await open([call]);
    const gone = access({ callLogId: 9, recordingUuid: RECORDED_USERS.david });
    await book.clearPath(gone);
    expect(await book.of(RECORDED_USERS.david)).toEqual([gone]);
    expect((await book.get(1))?.recordings).toEqual(call.recordings);
  });

  test('accesses are noted as they were, and read by recording', async () => {
    const book = await open([call]);
    const accesses = (['play', 'download', 'export'] as const).map((action, index) =>
      access({
        action,
        at: momentOf(600 + index),
        userUuid: RECORDED_USERS.bob,
        tokenId: 7,
        exportUuid: action === 'export' ? RECORDED_TENANT : null,
      }),
    );
    for (const one of accesses) await book.note(one);
    expect(await book.of(uuid)).toEqual(accesses);
    expect(await book.of(other.recordings[0]?.uuid as string)).toEqual([]);
  });
}
