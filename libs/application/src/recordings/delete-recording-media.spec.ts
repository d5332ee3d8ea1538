import type { CallFilter } from '@callstitch/domain';
import { momentOf } from '../testing/a-call.js';
import { MemoryRecordingBook } from '../testing/memory-recording-book.js';
import { MemoryRecordingFiles } from '../testing/memory-recording-files.js';
import { RECORDED_TENANT, recordedCall, recordedPath } from '../testing/recorded-call.js';
import type { MediaDeletionParts } from './delete-recording-media.js';
import { deleteRecordingMedia, deleteRecordingsOf } from './delete-recording-media.js';

const [one, two, foreign] = [recordedCall(1), recordedCall(2), recordedCall(3, { tenantUuid: '7e7e0001-0000-4000-8000-000000000009' })];
const uuidOf = (call: typeof one, index: number): string => call.recordings[index]?.uuid as string;
const [A, B, C, D] = [recordedPath(1, 'a'), recordedPath(1, 'b'), recordedPath(2, 'a'), recordedPath(2, 'b')];
const NONE: CallFilter = { kind: 'some', filters: [] };
const tenantUuids = [RECORDED_TENANT] as const;
const asker = { userUuid: null, tokenId: 5 };

function subject(held: CallFilter = NONE) {
  const book = new MemoryRecordingBook([one, two, foreign]);
  const files = new MemoryRecordingFiles([A, B, C, D]);
  const parts: MediaDeletionParts = { callLogs: book, files, book, held, now: () => momentOf(900) };
  const paths = async (id: number) => (await book.get(id))?.recordings.map(({ path }) => path);
  return {
    book,
    files,
    paths,
    remove: (callLogId: number, recordingUuid: string) => deleteRecordingMedia({ callLogId, recordingUuid, tenantUuids, asker }, parts),
    removeAll: (...callLogIds: number[]) => deleteRecordingsOf({ callLogIds, tenantUuids, asker }, parts),
  };
}

test('a file goes, then its path, and both are noted as one deletion', async () => {
  const { book, files, paths, remove } = subject();
  expect(await remove(1, uuidOf(one, 0).toUpperCase())).toEqual({ kind: 'deleted', files: 1 });
  expect([[...files.paths], await paths(1)]).toEqual([
    [B, C, D],
    [null, B, null],
  ]);
  expect(book.accesses).toEqual([
    {
      at: momentOf(900),
      tenantUuid: RECORDED_TENANT,
      ...asker,
      action: 'delete',
      callLogId: 1,
      recordingUuid: uuidOf(one, 0),
      exportUuid: null,
    },
  ]);
});

test('a missing file is as good as deleted, and one deleted before is left alone', async () => {
  const { book, files, paths, remove } = subject();
  files.paths.delete(A);
  expect(await remove(1, uuidOf(one, 0))).toEqual({ kind: 'deleted', files: 1 });
  expect(await remove(1, uuidOf(one, 0))).toEqual({ kind: 'deleted', files: 0 });
  expect([await paths(1), book.accesses.length]).toEqual([[null, B, null], 1]);
});

test('a file that cannot be removed leaves its recording as it was', async () => {
  const { book, files, paths, remove } = subject();
  files.unremovable.set(A, 'permission denied');
  const recordingUuid = uuidOf(one, 0);
  expect(await remove(1, recordingUuid)).toEqual({ kind: 'permission-denied', callLogId: 1, recordingUuid, reason: 'permission denied' });
  expect([await paths(1), book.accesses]).toEqual([[A, B, null], []]);
});

test('what is not there, or of another tenant, is not found', async () => {
  const { remove, files } = subject();
  expect(await remove(9, uuidOf(one, 0))).toEqual({ kind: 'call-log-not-found', callLogId: 9 });
  expect(await remove(3, uuidOf(foreign, 0))).toEqual({ kind: 'call-log-not-found', callLogId: 3 });
  expect(await remove(1, uuidOf(two, 0))).toEqual({ kind: 'recording-not-found' });
  expect(files.paths.size).toBe(4);
});

test('a held call keeps its files, alone and among others', async () => {
  const { files, book, remove, removeAll } = subject({ kind: 'status', status: 'answered' });
  expect(await remove(1, uuidOf(one, 0))).toEqual({ kind: 'held', callLogId: 1 });
  expect(await removeAll(2, 1)).toEqual({ kind: 'held', callLogId: 2 });
  expect([files.paths.size, book.accesses]).toEqual([4, []]);
});

test('of several call logs all files go; one named twice is harmless', async () => {
  const { book, files, paths, removeAll } = subject();
  expect(await removeAll(2, 1, 2)).toEqual({ kind: 'deleted', files: 4 });
  expect([files.paths.size, await paths(1), await paths(2), book.accesses.length]).toEqual([0, [null, null, null], [null, null, null], 4]);
});

test.each([
  [[1, 9, 3], 9],
  [[3, 1], 3],
])('when one of %j is missing nothing is deleted, and the first missing one is named', async (ids, callLogId) => {
  const { files, removeAll } = subject();
  expect(await removeAll(...ids)).toEqual({ kind: 'call-log-not-found', callLogId });
  expect(files.paths.size).toBe(4);
});

test('at the first file that cannot be removed it stops: earlier ones stay deleted, later ones are untouched', async () => {
  const { files, paths, removeAll } = subject();
  files.unremovable.set(B, 'in use');
  expect(await removeAll(1, 2)).toEqual({ kind: 'permission-denied', callLogId: 1, recordingUuid: uuidOf(one, 1), reason: 'in use' });
  expect([await paths(1), await paths(2)]).toEqual([
    [null, B, null],
    [C, D, null],
  ]);
});
