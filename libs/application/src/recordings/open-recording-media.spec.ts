import { momentOf } from '../testing/a-call.js';
import { MemoryRecordingBook } from '../testing/memory-recording-book.js';
import { MemoryRecordingFiles } from '../testing/memory-recording-files.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedCall, recordedPath } from '../testing/recorded-call.js';
import { textOf } from '../testing/recording-files-contract.js';
import type { NotedFile } from './noted-file.js';
import type { MediaRequest } from './open-recording-media.js';
import { openRecordingMedia } from './open-recording-media.js';

const { bob, carol, david } = RECORDED_USERS;
const call = recordedCall(12);
const [ofBob, ofCarol, deleted] = call.recordings.map(({ uuid }) => uuid) as [string, string, string];
const PATH = recordedPath(12, 'a');
const OTHER = '7e7e0001-0000-4000-8000-000000000009';

function subject() {
  const book = new MemoryRecordingBook([call]);
  const files = new MemoryRecordingFiles([PATH, recordedPath(12, 'b')]);
  const parts = { callLogs: book, files, audit: book, uuidOfName: (name: string) => name, now: () => momentOf(900) };
  const open = (changed: Partial<MediaRequest> = {}) =>
    openRecordingMedia(
      {
        callLogId: 12,
        recordingUuid: ofBob,
        tenantUuids: [RECORDED_TENANT],
        listenerUuid: null,
        asker: { userUuid: bob, tokenId: 3 },
        action: 'download',
        ...changed,
      },
      parts,
    );
  const opened = async (changed?: Partial<MediaRequest>): Promise<NotedFile> => {
    const media = await open(changed);
    if (media.kind !== 'open') throw new Error(`it was ${media.kind}`);
    return media;
  };
  return { book, files, open, opened, parts };
}

test('a recording is streamed under its name, in whole or in part, and each opening is noted once, however much is streamed', async () => {
  const { book, files, opened } = subject();
  const media = await opened({ recordingUuid: ofBob.toUpperCase() });
  expect(media).toMatchObject({ size: PATH.length, modifiedAt: momentOf(0), fileName: `2026-01-05T08_00_10UTC-12-${ofBob}.wav` });
  expect(book.accesses).toEqual([]);
  expect(await textOf(await media.stream(0, media.size))).toBe(PATH);
  expect(await textOf(await media.stream(1, 4))).toBe(PATH.slice(1, 4));
  await media.close();
  const noted = {
    at: momentOf(900),
    tenantUuid: RECORDED_TENANT,
    userUuid: bob,
    tokenId: 3,
    callLogId: 12,
    recordingUuid: ofBob,
    exportUuid: null,
  };
  expect([book.accesses, files.opened]).toEqual([[{ ...noted, action: 'download' }], 0]);
  await (await opened({ action: 'play' })).stream(0, 1);
  expect(book.accesses.map(({ action }) => action)).toEqual(['download', 'play']);
});

test('what cannot be noted is not heard', async () => {
  const { parts, opened, files } = subject();
  parts.audit.note = () => Promise.reject(new Error('disk full'));
  const media = await opened();
  await expect(media.stream(0, 1)).rejects.toThrow('disk full');
  await media.close();
  expect(files.opened).toBe(0);
});

test.each<[string, Partial<MediaRequest>, string]>([
  ['no such call log', { callLogId: 13 }, 'call-log-not-found'],
  ['one of another tenant', { tenantUuids: [OTHER] }, 'call-log-not-found'],
  ['one that the listener took no part in', { listenerUuid: OTHER }, 'call-log-not-found'],
  ['a listener who took no part learns of no recording', { listenerUuid: OTHER, recordingUuid: OTHER }, 'call-log-not-found'],
  ['no such recording', { recordingUuid: OTHER }, 'recording-not-found'],
  ['a part after the listener was gone', { listenerUuid: bob, recordingUuid: ofCarol }, 'not-connected'],
  ['a line that only rang', { listenerUuid: david }, 'not-connected'],
  ['a deleted one', { recordingUuid: deleted }, 'media-not-found'],
  ['a deleted one, of the listener', { recordingUuid: deleted, listenerUuid: carol }, 'media-not-found'],
])('nothing is heard of %s', async (_name, changed, kind) => {
  const { book, open, files } = subject();
  expect(await open(changed)).toMatchObject({ kind });
  expect([book.accesses, files.opened]).toEqual([[], 0]);
});

test('a listener hears what was recorded while connected, in one of several tenants, whatever letters name the user', async () => {
  const { opened } = subject();
  const media = await opened({ listenerUuid: bob.toUpperCase(), tenantUuids: [OTHER, RECORDED_TENANT] });
  expect(await textOf(await media.stream(0, 3))).toBe(PATH.slice(0, 3));
});

test('a file that is missing or may not be read is told apart, without its path', async () => {
  const { open, files } = subject();
  files.unreadable.set(PATH, 'permission denied');
  expect(await open()).toEqual({ kind: 'permission-denied', reason: 'permission denied' });
  files.unreadable.clear();
  files.paths.clear();
  expect(await open()).toEqual({ kind: 'file-not-found' });
});
