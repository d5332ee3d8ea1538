import { momentOf } from '../testing/a-call.js';
import { exportSubject } from '../testing/export-subject.js';
import { RECORDED_TENANT, recordedCall, recordedPath } from '../testing/recorded-call.js';
import { textOf } from '../testing/recording-files-contract.js';
import { getExport, openExport } from './open-export.js';
import { runExport } from './run-export.js';

const UUID = 'ec500000-0000-4000-8000-000000000001';
const FILE_NAME = `2026-01-05T08_08_20UTC-${UUID}.zip`;
const asker = { userUuid: null, tokenId: 9 };

function subject() {
  const own = exportSubject([recordedCall(1)]);
  const open = (tenantUuid = RECORDED_TENANT, exportUuid = UUID) =>
    openExport({ exportUuid, tenantUuids: [tenantUuid], asker }, { ...own, now: () => momentOf(800) });
  return { ...own, open, run: () => runExport(UUID, { ...own, mailer: null, now: () => momentOf(700) }) };
}

test('an export is not there yet, then it is, for its own tenant alone, in letters of any case', async () => {
  const { requested, open, run, book } = subject();
  expect(await open()).toEqual({ kind: 'export-not-found' });
  await requested();
  expect(await open()).toEqual({ kind: 'not-done-yet' });
  await book.alone(UUID, (session) => session.begin());
  expect(await open()).toEqual({ kind: 'not-done-yet' });
  await run();
  expect(await open(RECORDED_TENANT, UUID.toUpperCase())).toMatchObject({ kind: 'open', fileName: FILE_NAME });
  expect(await open('7e7e0001-0000-4000-8000-000000000009')).toEqual({ kind: 'export-not-found' });
  expect(await getExport({ exportUuid: UUID, tenantUuids: [RECORDED_TENANT] }, book)).toMatchObject({
    status: 'finished',
    fileName: FILE_NAME,
  });
  expect(await getExport({ exportUuid: UUID, tenantUuids: [UUID] }, book)).toBeNull();
});

test('taking an archive away is noted for each recording in it, once, and not for who only asks how long it is', async () => {
  const { requested, open, run, recordings, files } = subject();
  await requested();
  files.paths.delete(recordedPath(1, 'b'));
  await run();
  const before = recordings.accesses.length;
  const archive = await open();
  if (archive.kind !== 'open') throw new Error(archive.kind);
  expect(recordings.accesses).toHaveLength(before);
  expect(await textOf(await archive.stream(0, archive.size))).toBe(`/exports/${UUID}.zip`);
  expect(await textOf(await archive.stream(1, 8))).toBe('exports');
  await archive.close();
  expect(recordings.accesses.slice(before)).toEqual([
    {
      at: momentOf(800),
      tenantUuid: RECORDED_TENANT,
      ...asker,
      action: 'download',
      callLogId: 1,
      recordingUuid: recordedCall(1).recordings[0]?.uuid,
      exportUuid: UUID,
    },
  ]);
});

test('a failed export says so, and why', async () => {
  const { requested, open, book } = subject();
  await requested();
  await book.alone(UUID, (session) => session.fail('the disk is full'));
  expect(await open()).toEqual({ kind: 'export-error', reason: 'the disk is full' });
});

test('an archive that is missing or may not be read is told apart', async () => {
  const { requested, open, run, archives } = subject();
  await requested();
  await run();
  archives.kept.clear();
  expect(await open()).toEqual({ kind: 'file-not-found' });
  archives.open = () => Promise.resolve({ kind: 'failed', reason: 'permission denied' });
  expect(await open()).toEqual({ kind: 'permission-denied', reason: 'permission denied' });
});
