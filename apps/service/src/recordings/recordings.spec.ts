import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ALICE, BETA, BOB, CAROL, after, toldCall, user } from '../testing/told-call.js';

const uuidOf = (n: number) => `4ec04d00-0000-4000-8000-00000000000${n}`;
const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
const fileOf = (n: number) => join(folder, 'monitor', `${n}.wav`);

/** A call between two users who talked while it was recorded. */
function recorded(n: number, path: string | null = fileOf(n), changed: Parameters<typeof toldCall>[1] = {}) {
  const start = n * 60;
  return toldCall(n, {
    answeredAt: after(start + 1),
    endedAt: after(start + 9),
    source: { ...toldCall(n).source, userUuid: ALICE },
    participants: [user('source', ALICE, { answered: true, number: '1001' }), user('destination', BOB, { answered: true, number: '1002' })],
    journey: [{ kind: 'talk', from: after(start + 1), until: after(start + 9), parties: ['1001', '1002'], endedBy: 'hangup' }],
    recordings: [{ uuid: uuidOf(n), startedAt: after(start + 2), endedAt: after(start + 8), path }],
    ...changed,
  });
}

const CALLS = [
  recorded(1),
  recorded(2, null),
  recorded(3, join(folder, 'elsewhere.wav')),
  recorded(4),
  recorded(5, fileOf(5), { tenantUuid: BETA }),
  recorded(6, fileOf(6), { source: toldCall(6).source, participants: [user('source', CAROL, { answered: true, number: '1001' })] }),
  recorded(7),
  recorded(8),
];

let service: OpenedService;
beforeAll(async () => {
  mkdirSync(join(folder, 'monitor'));
  for (const n of [1, 5, 6, 7, 8]) writeFileSync(fileOf(n), `0123456789abcdefgh${String(n).padStart(2, '0')}`);
  writeFileSync(join(folder, 'elsewhere.wav'), 'secret');
  service = await openService(CALLS, { recordings: [join(folder, 'monitor')], exports: join(folder, 'exports') });
}, 60_000);
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

const mediaOf = (cdr: number, recording = cdr) => `/1.0/cdr/${cdr}/recordings/${uuidOf(recording)}/media`;

test('a recording is a file with a name of its own', async () => {
  const { status, headers, text } = await service.ask(mediaOf(1));
  expect([status, text, headers.get('content-type'), headers.get('accept-ranges')]).toEqual([
    200,
    '0123456789abcdefgh01',
    'audio/wav',
    'bytes',
  ]);
  expect(headers.get('content-disposition')).toBe(`attachment; filename=2026-01-05T10_01_02UTC-1-${uuidOf(1)}.wav`);
});

test.each([
  ['bytes=0-4', 206, '01234', 'bytes 0-4/20'],
  ['bytes=12-', 206, 'cdefgh01', 'bytes 12-19/20'],
  ['bytes=-3', 206, 'h01', 'bytes 17-19/20'],
])('Range %s is a part of it, to be heard in place', async (Range, status, part, span) => {
  const answer = await service.ask(mediaOf(1), { headers: { Range } });
  expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([status, part, span]);
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename=/);
});

test('a range behind its end is none, and who has it already is told so', async () => {
  const behind = await service.ask(mediaOf(1), { headers: { Range: 'bytes=20-' } });
  expect([behind.status, behind.headers.get('content-range'), behind.body.error_id]).toEqual([416, 'bytes */20', 'range-not-satisfiable']);
  const etag = (await service.ask(mediaOf(1), { method: 'HEAD' })).headers.get('etag') ?? '';
  expect((await service.ask(mediaOf(1), { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test.each([
  [mediaOf(999, 1), 404, 'cdr-not-found-with-given-id'],
  [mediaOf(5), 404, 'cdr-not-found-with-given-id'],
  [mediaOf(1, 4), 404, 'recording-not-found'],
  [mediaOf(2), 400, 'recording-media-not-found'],
  [mediaOf(3), 500, 'recording-media-permission-denied'],
  [mediaOf(4), 500, 'recording-media-filesystem-not-found'],
])('GET %s is %d %s, and no path is told', async (path, status, errorId) => {
  const answer = await service.ask(path);
  expect([answer.status, answer.body.error_id, answer.text.includes(folder), answer.text.includes('secret')]).toEqual([
    status,
    errorId,
    false,
    false,
  ]);
});

test('each hearing is written down once, with who heard it; who only asks how long it is has not heard it', async () => {
  const before = (await service.callstitch.recordings.accesses(uuidOf(8))).length;
  await service.ask(mediaOf(8), { method: 'HEAD' });
  await service.ask(mediaOf(8), { token: service.tokens.alice });
  await service.ask(mediaOf(8), { headers: { Range: 'bytes=0-1' } });
  const noted = (await service.callstitch.recordings.accesses(uuidOf(8))).slice(before);
  expect(noted.map(({ action, userUuid, tokenId }) => [action, userUuid, typeof tokenId])).toEqual([
    ['download', ALICE, 'number'],
    ['play', null, 'number'],
  ]);
});

test('of my calls I hear those that I was connected to while they were recorded', async () => {
  const { alice } = service.tokens;
  expect((await service.ask(mediaOf(1).replace('/1.0/', '/1.0/users/me/'), { token: alice })).text).toBe('0123456789abcdefgh01');
  const other = await service.ask(mediaOf(6).replace('/1.0/', '/1.0/users/me/'), { token: alice });
  expect([other.status, other.body.error_id]).toEqual([404, 'cdr-not-found-with-given-id']);
});

test('a deleted recording loses its file, keeps its name, and may be deleted again', async () => {
  expect((await service.ask(mediaOf(7), { method: 'DELETE' })).status).toBe(204);
  expect(existsSync(fileOf(7))).toBe(false);
  expect((await service.ask('/1.0/cdr/7')).body['recordings']).toMatchObject([{ uuid: uuidOf(7), deleted: true }]);
  expect((await service.ask(mediaOf(7), { method: 'DELETE' })).status).toBe(204);
  expect((await service.ask(mediaOf(7))).status).toBe(400);
});

test('of many call logs nothing is deleted when one of them is not there', async () => {
  const answer = await service.ask('/1.0/cdr/recordings/media', { method: 'DELETE', body: { cdr_ids: [1, 5] } });
  expect([answer.status, answer.body.details, existsSync(fileOf(1))]).toEqual([404, { cdr_id: 5 }, true]);
});

test.each([
  [{}, 'required'],
  [{ cdr_ids: [] }, 'length'],
  [{ cdr_ids: null }, 'not_null'],
])('DELETE of %j is a 400', async (body, constraint) => {
  const answer = await service.ask('/1.0/cdr/recordings/media', { method: 'DELETE', body });
  expect([answer.status, [answer.body.details['cdr_ids']].flat()]).toEqual([400, [expect.objectContaining({ constraint_id: constraint })]]);
});

test('an export is asked for, made in the background, and taken away by its tenant', async () => {
  const asked = await service.ask('/1.0/cdr/recordings/media/export?from=2026-01-05T10:00', {
    method: 'POST',
    body: {},
    headers: { 'X-Script-Name': '/api/call-logd' },
  });
  const uuid = String(asked.body['uuid']);
  expect([asked.status, asked.headers.get('location')]).toEqual([202, `/api/call-logd/1.0/exports/${uuid}`]);
  let status = '';
  for (let tries = 0; tries < 200 && status !== 'finished' && status !== 'error'; tries++) {
    status = String((await service.ask(`/1.0/exports/${uuid}`)).body['status']);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const made = (await service.ask(`/1.0/exports/${uuid}`)).body;
  expect([made['status'], made['filename']]).toEqual(['finished', expect.stringMatching(new RegExp(`UTC-${uuid}\\.zip$`)) as string]);
  const file = await service.ask(`/1.0/exports/${uuid}/download`);
  expect([file.status, file.headers.get('content-type'), file.text.slice(0, 2)]).toEqual([200, 'application/zip', 'PK']);
  expect((await service.ask(`/1.0/exports/${uuid}`, { token: service.tokens.beta })).body.error_id).toBe(
    'export-not-found-with-given-uuid',
  );
  expect((await service.ask(`/1.0/exports/${uuid}/download`, { token: service.tokens.beta })).status).toBe(404);
  expect((await service.callstitch.recordings.accesses(uuidOf(1))).map(({ action }) => action)).toContain('export');
}, 60_000);

test.each([
  ['from_id=x', 'from_id'],
  ['email=', 'email'],
  ['email=nobody', 'email'],
  ['recurse=2', 'recurse'],
  ['call_direction=up', 'call_direction'],
])('an export by %s is a 400', async (query, key) => {
  const answer = await service.ask(`/1.0/cdr/recordings/media/export?${query}`, { method: 'POST', body: {} });
  expect([answer.status, Object.keys(answer.body.details)]).toEqual([400, [key]]);
});

test('where there is nothing to export, there is no export', async () => {
  const answer = await service.ask('/1.0/cdr/recordings/media/export', { method: 'POST', body: { cdr_ids: [2] } });
  expect([answer.status, answer.body.error_id]).toEqual([400, 'no-recording-to-export']);
  expect((await service.ask('/1.0/cdr/recordings/media/export', { method: 'POST' })).status).toBe(400);
});
