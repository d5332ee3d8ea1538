import { momentOf } from '../testing/a-call.js';
import { exportSubject } from '../testing/export-subject.js';
import { RECORDED_TENANT, RECORDED_USERS, recordedCall } from '../testing/recorded-call.js';
import { resumeExports } from './resume-exports.js';

const UUID = 'ec500000-0000-4000-8000-000000000001';

test('an export is written down for who asks, and handed to a worker; what was deleted is left out', async () => {
  const { request, queued, book } = exportSubject([recordedCall(1), recordedCall(2)]);
  const asked = {
    uuid: UUID,
    tenantUuid: RECORDED_TENANT,
    userUuid: RECORDED_USERS.bob,
    requestedAt: momentOf(500),
    status: 'pending',
    path: null,
    email: null,
    recordings: 4,
    included: 0,
    skipped: 0,
    error: null,
  };
  expect(await request()).toEqual({ kind: 'accepted', export: asked, queued: true });
  expect([queued, await book.get(UUID)]).toEqual([[UUID], asked]);
});

test('of blocked calls, of calls without recordings and of deleted recordings nothing is exported', async () => {
  const calls = [
    recordedCall(1, { status: 'blocked' }),
    recordedCall(2, { recordings: [] }),
    recordedCall(3, { recordings: recordedCall(3).recordings.slice(2) }),
  ];
  const { request, queued, book } = exportSubject(calls);
  expect(await request()).toEqual({ kind: 'no-recording-to-export' });
  expect([queued, await book.unfinished()]).toEqual([[], []]);
});

test('many call logs are written down in parts, none lost', async () => {
  const calls = Array.from({ length: 1_200 }, (_, index) => recordedCall(index + 1));
  expect(await exportSubject(calls).request()).toMatchObject({ kind: 'accepted', export: { recordings: 2_400 } });
});

test('an export that cannot be handed over stands, and is handed over when a worker looks what is unfinished', async () => {
  const { request, queued, book } = exportSubject([recordedCall(1)]);
  const away = { add: () => Promise.reject(new Error('away')) };
  expect(await request({ queue: away })).toMatchObject({ kind: 'accepted', queued: false });
  expect(queued).toEqual([]);
  const queue = { add: (uuid: string) => Promise.resolve(void queued.push(uuid)) };
  expect([await resumeExports(book, queue), queued]).toEqual([1, [UUID]]);
});
