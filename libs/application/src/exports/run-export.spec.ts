import { momentOf } from '../testing/a-call.js';
import { exportSubject } from '../testing/export-subject.js';
import { recordedCall, recordedPath } from '../testing/recorded-call.js';
import type { RecordingExport } from './recording-export.js';
import type { RunExportParts } from './run-export.js';
import { runExport } from './run-export.js';

const UUID = 'ec500000-0000-4000-8000-000000000001';
const PATH = `/exports/${UUID}.zip`;
const [one, two] = [recordedCall(1), recordedCall(2)];
const uuidOf = (call: typeof one, index: number): string => call.recordings[index]?.uuid as string;
const A = `1/2026-01-05T08_00_10UTC-1-${uuidOf(one, 0)}.wav`;
const B = `1/2026-01-05T08_00_50UTC-1-${uuidOf(one, 1)}.wav`;

function subject(calls = [one, two]) {
  const own = exportSubject(calls);
  const changes: RecordingExport[] = [];
  const run = (changed: Partial<RunExportParts> = {}) =>
    runExport(UUID, { ...own, mailer: null, now: () => momentOf(700), onChange: (one) => void changes.push(one), ...changed });
  return { ...own, run, changes };
}

test('all recordings are packed under their call log and their name, and each state is told', async () => {
  const { requested, run, archives, changes, files, recordings } = subject();
  await requested();
  expect(await run()).toMatchObject({ kind: 'finished', export: { status: 'finished', included: 4, skipped: 0, path: PATH }, mail: null });
  const content = archives.kept.get(PATH);
  expect(content?.size).toBe(4);
  expect([content?.get(A), content?.get(B)]).toEqual([recordedPath(1, 'a'), recordedPath(1, 'b')]);
  expect(changes.map(({ status }) => status)).toEqual(['processing', 'finished']);
  expect([files.opened, archives.drafts.size]).toEqual([0, 0]);
  expect(await recordings.of(uuidOf(one, 0))).toMatchObject([{ action: 'export', at: momentOf(700), exportUuid: UUID, tokenId: 7 }]);
});

test('what is missing, unreadable or deleted is left out and listed; nobody is said to have exported it', async () => {
  const { requested, run, archives, files, recordings } = subject();
  await requested();
  files.paths.delete(recordedPath(1, 'a'));
  files.unreadable.set(recordedPath(1, 'b'), 'permission denied');
  const access = {
    at: momentOf(600),
    tenantUuid: '',
    userUuid: null,
    tokenId: null,
    callLogId: 2,
    recordingUuid: uuidOf(two, 0),
    exportUuid: null,
  };
  await recordings.clearPath({ ...access, action: 'delete' });
  expect(await run()).toMatchObject({ kind: 'finished', export: { included: 1, skipped: 3 } });
  const content = archives.kept.get(PATH);
  expect([...(content?.keys() ?? [])]).toEqual([`2/2026-01-05T08_00_50UTC-2-${uuidOf(two, 1)}.wav`, 'skipped.txt']);
  expect(content?.get('skipped.txt')).toBe(
    `${A}: the file is missing\n${B}: permission denied\n2/2026-01-05T08_00_10UTC-2-${uuidOf(two, 0)}.wav: was deleted\n`,
  );
  expect(await recordings.of(uuidOf(one, 0))).toEqual([]);
});

test('a file that breaks while it is read spoils only itself, and is listed', async () => {
  const { requested, run, archives, files } = subject([one]);
  await requested();
  const open: typeof files.open = async (path) => {
    const opening = await files.open(path);
    if (opening.kind !== 'open' || path !== recordedPath(1, 'a')) return opening;
    return { ...opening, file: { ...opening.file, stream: () => breaking() } };
  };
  expect(await run({ files: { open } })).toMatchObject({ kind: 'finished', export: { included: 2, skipped: 0 } });
  const content = archives.kept.get(PATH);
  expect([content?.get(A), content?.get(B)]).toEqual(['be', recordedPath(1, 'b')]);
  expect(content?.get('skipped.txt')).toBe(`${A}: only its beginning could be read: EIO\n`);
  expect(files.opened).toBe(0);
});

test('when nothing can be packed it ends in an error, and nothing is left behind', async () => {
  const { requested, run, archives, files, book, changes } = subject();
  await requested();
  files.paths.clear();
  expect(await run()).toEqual({ kind: 'error', reason: 'none of the recordings could be read' });
  expect(await book.get(UUID)).toMatchObject({ status: 'error', error: 'none of the recordings could be read', path: null });
  expect([archives.kept.size, archives.drafts.size, changes.map(({ status }) => status)]).toEqual([0, 0, ['processing', 'error']]);
});

test('a disk that fails ends it in an error, and nothing is left behind', async () => {
  const { requested, run, archives, book, files } = subject();
  await requested();
  archives.room = 1;
  expect(await run()).toEqual({ kind: 'error', reason: 'The disk of the exports is full.' });
  expect((await book.get(UUID))?.status).toBe('error');
  expect([archives.kept.size, archives.drafts.size, files.opened]).toEqual([0, 0, 0]);
});

test('a database that fails leaves it to another run, which begins anew', async () => {
  const { requested, run, archives, book } = subject();
  await requested();
  const session = book.session.bind(book);
  book.session = (asked) => ({ ...session(asked), settle: () => Promise.reject(new Error('connection lost')) });
  await expect(run()).rejects.toThrow('connection lost');
  expect([(await book.get(UUID))?.status, archives.drafts.size]).toEqual(['processing', 0]);
  book.session = session;
  expect(await run()).toMatchObject({ kind: 'finished', export: { included: 4 } });
});

test('one that is done, that another worker has, or that is not there is left alone', async () => {
  const { requested, run, book, changes } = subject();
  expect(await run()).toEqual({ kind: 'nothing-to-do' });
  await requested();
  expect(await book.alone(UUID, () => run())).toEqual({ kind: 'nothing-to-do' });
  await run();
  const told = changes.length;
  expect([await run(), changes.length]).toEqual([{ kind: 'nothing-to-do' }, told]);
});

test('many recordings are packed, each once', async () => {
  const { requested, run, archives } = subject(Array.from({ length: 130 }, (_, index) => recordedCall(index + 1)));
  await requested();
  expect(await run()).toMatchObject({ export: { included: 260 } });
  expect(archives.kept.get(PATH)?.size).toBe(260);
});

test('who wants to be told is told when it is finished; a failure to tell spoils nothing', async () => {
  const sent: string[] = [];
  const mailer = { send: (to: string, { uuid, status }: RecordingExport) => Promise.resolve(void sent.push(`${to} ${uuid} ${status}`)) };
  const first = subject();
  await first.requested('bob@example.org');
  expect(await first.run({ mailer })).toMatchObject({ kind: 'finished', mail: 'sent' });
  expect(sent).toEqual([`bob@example.org ${UUID} finished`]);
  for (const [broken, failed] of [
    [{ send: () => Promise.reject(new Error('refused')) }, 'refused'],
    [null, 'no mail server was named'],
  ] as const) {
    const other = subject();
    await other.requested('bob@example.org');
    expect(await other.run({ mailer: broken })).toMatchObject({ kind: 'finished', mail: { failed } });
    expect((await other.book.get(UUID))?.status).toBe('finished');
  }
});

async function* breaking(): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Uint8Array.from('be', (letter) => letter.charCodeAt(0)));
  throw new Error('EIO');
}
