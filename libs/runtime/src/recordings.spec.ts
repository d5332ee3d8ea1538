import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallLog } from '@callstitch/domain';
import type { EmbeddedPostgres } from '@callstitch/embedded-postgres';
import type { Database } from '@callstitch/persistence';
import { jest } from '@jest/globals';
import { openPromise } from 'yauzl';
import type { Callstitch } from './callstitch.js';
import { DEFAULT_TENANT_UUID } from './default-tenant-uuid.js';
import { migrateDatabase } from './migrate-database.js';
import { openCallstitch } from './open-callstitch.js';
import type { CallstitchSettings } from './open-callstitch.js';
import { plainSettings } from './testing/plain-settings.js';

// A first start of PostgreSQL takes its time.
jest.setTimeout(120_000);

const ASKER = { userUuid: null, tokenId: 4 };
const tenantUuids = [DEFAULT_TENANT_UUID] as const;
const CEL_ROWS = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END']
  .map((type, index) => `${index + 1},${type},${1_767_600_000 + index},PJSIP/1001-1,1.1,1.1,1001,1002`)
  .join('\n');

let postgres: EmbeddedPostgres;
let folder: string;
let recordings: string;
let exportDirectory: string;
let database: Database;
let callstitch: Callstitch;
let callLogId: number;

const settings = (changed: Partial<CallstitchSettings> = {}) =>
  plainSettings(postgres.url, { recordings: [recordings], exportDirectory, ...changed });

beforeAll(async () => {
  const { temporaryPostgres } = await import('@callstitch/embedded-postgres');
  const { openDatabase } = await import('@callstitch/persistence');
  postgres = await temporaryPostgres();
  folder = await realpath(await mkdtemp(join(tmpdir(), 'callstitch-')));
  [recordings, exportDirectory] = [join(folder, 'recordings'), join(folder, 'exports')];
  await mkdir(recordings);
  await migrateDatabase(settings(), { withCel: true });
  database = await openDatabase({ url: postgres.url });
  callstitch = await openCallstitch(settings());
  const stdin = Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${CEL_ROWS}\n`]);
  await callstitch.importCels({ files: ['-'], stdin, timezone: 'UTC', newIds: false });
  await callstitch.generate({ kind: 'newest', count: Infinity });
  callLogId = (await callstitch.find({}, { limit: 1, after: null })).callLogs[0]?.id as number;
});

afterAll(async () => {
  await callstitch.close();
  await database.close();
  await postgres.close();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await database.pool.query('delete from recording; delete from recording_access; delete from recording_export');
});

/** Gives the call a recording of which the file is at a path. */
async function recorded(path: string): Promise<string> {
  const { rows } = await database.pool.query<{ uuid: string }>(
    `insert into recording (tenant_uuid, started_at, uuid, call_log_id, recording_started_at, recording_ended_at, path)
     select tenant_uuid, started_at, gen_random_uuid(), id, started_at, ended_at, $2 from call_log where id = $1 returning uuid`,
    [callLogId, path],
  );
  await database.pool.query('update call_log set recording_count = recording_count + 1 where id = $1', [callLogId]);
  return rows[0]?.uuid as string;
}

async function withFile(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(recordings, name), content);
  return recorded(join(recordings, name));
}

const opening = (recordingUuid: string) =>
  callstitch.recordings.openMedia({ callLogId, recordingUuid, tenantUuids, listenerUuid: null, asker: ASKER, action: 'play' });

const actions = async (recordingUuid: string) => (await callstitch.recordings.accesses(recordingUuid)).map(({ action }) => action);

test('a recording is heard, then deleted, and both are known of', async () => {
  const uuid = await withFile('a.wav', 'sound of a call');
  const media = await opening(uuid);
  if (media.kind !== 'open') throw new Error(media.kind);
  expect((await buffer(await media.stream(6, media.size))).toString()).toBe('of a call');
  await media.close();
  expect(await callstitch.recordings.deleteMedia({ callLogId, recordingUuid: uuid, tenantUuids, asker: ASKER })).toEqual({
    kind: 'deleted',
    files: 1,
  });
  expect([await readdir(recordings), await opening(uuid)]).toEqual([[], { kind: 'media-not-found' }]);
  expect(await actions(uuid)).toEqual(['play', 'delete']);
  // Telling the call again brings nothing back.
  await callstitch.generate({ kind: 'since', instant: 0 as CallLog['startedAt'] });
  expect((await opening(uuid)).kind).toMatch(/not-found$/);
});

test('a path that leads outside is neither heard nor deleted', async () => {
  const theirs = join(folder, 'theirs.wav');
  await writeFile(theirs, 'secret');
  await symlink(theirs, join(recordings, 'link.wav'));
  for (const path of [theirs, `${recordings}/../theirs.wav`, join(recordings, 'link.wav')]) {
    const uuid = await recorded(path);
    expect((await opening(uuid)).kind).toBe('permission-denied');
    expect(await actions(uuid)).toEqual([]);
  }
  await callstitch.recordings.deleteMediaOf({ callLogIds: [callLogId], tenantUuids, asker: ASKER });
  expect(await readFile(theirs, 'utf8')).toBe('secret');
  await rm(theirs);
});

test('a call that a configured policy holds keeps its file', async () => {
  const uuid = await withFile('held.wav', 'sound');
  const configFile = join(folder, 'callstitch.yml');
  await writeFile(
    configFile,
    "retentionPolicies:\n  - { package: '@callstitch/standard-retention', policy: keep-tagged, options: { tags: [legal-hold] } }\n",
  );
  await database.pool.query(`update call_log set tags = '{legal-hold}', tag_details = '[{"tag": "legal-hold", "tagger": "x"}]'`);
  const holding = await openCallstitch(settings({ configFile }));
  expect(await holding.recordings.deleteMedia({ callLogId, recordingUuid: uuid, tenantUuids, asker: ASKER })).toEqual({
    kind: 'held',
    callLogId,
  });
  await holding.close();
  await database.pool.query(`update call_log set tags = '{}', tag_details = '[]'`);
  expect(await readdir(recordings)).toContain('held.wav');
});

async function* allCalls(): AsyncIterable<readonly CallLog[]> {
  yield (await callstitch.find({}, { limit: 100, after: null })).callLogs;
}

async function requested(): Promise<string> {
  const answer = await callstitch.exports.request({ callLogs: allCalls(), tenantUuid: DEFAULT_TENANT_UUID, email: null, asker: ASKER });
  if (answer.kind !== 'accepted') throw new Error(answer.kind);
  return answer.export.uuid;
}

const state = (exportUuid: string) => callstitch.exports.get({ exportUuid, tenantUuids: [DEFAULT_TENANT_UUID] });

/** Waits until something is so of an export. */
async function until(exportUuid: string, isSo: (now: NonNullable<Awaited<ReturnType<typeof state>>>) => boolean) {
  for (let tries = 0; tries < 600; tries++) {
    const now = await state(exportUuid);
    if (now !== null && isSo(now)) return now;
    await pause(50);
  }
  throw new Error(`it never came to be: ${JSON.stringify(await state(exportUuid))}`);
}

test('a worker that is killed in the middle of an export leaves it to another one: a whole archive, each recording once', async () => {
  const uuids: string[] = [];
  for (let number = 0; number < 200; number++) uuids.push(await withFile(`${number}.wav`, randomBytes(60_000)));
  const exportUuid = await requested();
  const program = join(import.meta.dirname, '../dist/testing/export-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, postgres.url, recordings, exportDirectory], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const killed = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  await until(exportUuid, ({ included }) => included >= 50);
  child.kill('SIGKILL');
  expect(await killed).toBe('SIGKILL');
  expect(await state(exportUuid)).toMatchObject({ status: 'processing', path: null });
  expect((await readdir(exportDirectory)).map((name) => name.startsWith('.'))).toEqual([true]);
  expect(await callstitch.exports.open({ exportUuid, tenantUuids: [DEFAULT_TENANT_UUID], asker: ASKER })).toEqual({ kind: 'not-done-yet' });

  const runs: string[] = [];
  await callstitch.exports.work({ atOnce: 2, onRun: (uuid, { kind }) => void runs.push(`${uuid === exportUuid} ${kind}`) });
  const finished = await until(exportUuid, ({ status }) => status === 'finished');
  expect(finished).toMatchObject({ included: 200, skipped: 0, recordings: 200, path: join(exportDirectory, `${exportUuid}.zip`) });
  expect(await readdir(exportDirectory)).toEqual([`${exportUuid}.zip`]);
  const zip = await openPromise(finished.path as string, { lazyEntries: true });
  let bytes = 0;
  for await (const entry of zip.eachEntry()) bytes += (await buffer(await zip.openReadStreamPromise(entry))).length;
  expect([zip.entryCount, bytes]).toEqual([200, 12_000_000]);
  expect(await actions(uuids[7] as string)).toEqual(['export']);

  // The same worker takes what is asked for now; what has outlived its use is purged with its archive.
  const next = await requested();
  await until(next, ({ status }) => status === 'finished');
  const archive = await callstitch.exports.open({ exportUuid: next, tenantUuids: [DEFAULT_TENANT_UUID], asker: ASKER });
  if (archive.kind !== 'open') throw new Error(archive.kind);
  expect((await buffer(await archive.stream(0, 4))).toString('latin1')).toBe('PK\u0003\u0004');
  await archive.close();
  await database.pool.query("update recording_export set requested_at = requested_at - interval '3 days' where uuid = $1", [exportUuid]);
  await callstitch.setTenantRetention({ tenantUuid: DEFAULT_TENANT_UUID, callLogDays: null, recordingDays: null, exportDays: 2 });
  const plan = await callstitch.planPurge({ limits: null, keepTagged: [] });
  if (plan === null) throw new Error('there is no plan');
  expect(await callstitch.previewPurge(plan)).toMatchObject({ exports: 1 });
  expect(await callstitch.purge(plan, { recordings: [], archive: null })).toMatchObject({ exports: 1, failed: 0 });
  expect([await readdir(exportDirectory), await state(exportUuid)]).toEqual([[`${next}.zip`], null]);
  expect(runs).toContain('true finished');
});
