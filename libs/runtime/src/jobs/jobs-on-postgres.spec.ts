import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { JobName } from '@callstitch/application';
import { momentOf } from '@callstitch/application/testing';
import type { EmbeddedPostgres } from '@callstitch/embedded-postgres';
import { jest } from '@jest/globals';
import type { Callstitch } from '../callstitch.js';
import { migrateDatabase } from '../migrate-database.js';
import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from '../testing/plain-settings.js';

// A first start of PostgreSQL takes its time.
jest.setTimeout(60_000);

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const ROWS = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END']
  .map((type, index) => `${index + 1},${type},${1_767_600_000 + index},PJSIP/1001-1,1.1,1.1,1001,1002`)
  .join('\n');

let postgres: EmbeddedPostgres;
let folder: string;
let site: string;
let callstitch: Callstitch;
beforeAll(async () => {
  const { temporaryPostgres } = await import('@callstitch/embedded-postgres');
  postgres = await temporaryPostgres();
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  site = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(site, 'callstitch.yml'), 'retentionPolicies: []\n');
  const settings = plainSettings(postgres.url, {
    now: () => momentOf(100_000_000),
    defaultTenantUuid: TENANT,
    recordings: [folder],
    configFile: join(site, 'callstitch.yml'),
    exportDirectory: join(folder, 'exports'),
  });
  await migrateDatabase(settings, { withCel: true });
  callstitch = await openCallstitch(settings);
});
afterAll(async () => {
  await callstitch.close();
  await postgres.close();
  for (const made of [folder, site]) rmSync(made, { recursive: true });
});

async function ranByHand(name: JobName) {
  const { ended } = await callstitch.jobs.begin(name);
  return ended;
}

test('the generation makes call logs of what nobody has read, and is seen among the runs', async () => {
  const csv = `id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${ROWS}\n`;
  await callstitch.importCels({ files: ['-'], stdin: Readable.from([csv]), timezone: 'UTC', newIds: false });
  expect(await ranByHand('generation')).toMatchObject({ kind: 'succeeded', result: { rowsRead: 5, created: 1, missed: 0 } });
  const { lastRuns } = await callstitch.status();
  expect(lastRuns[0]).toMatchObject({ trigger: 'job', options: { command: 'generate', newest: 'all' } });
  expect(await ranByHand('quarantine')).toMatchObject({ kind: 'succeeded', result: { created: 0, refused: 0 } });
  expect((await callstitch.status()).lastRuns).toHaveLength(lastRuns.length);
});

test('the purge deletes nothing until somebody sets a limit', async () => {
  const callLogs = async () => (await callstitch.find({}, { limit: 9, after: null })).callLogs.length;
  expect(await ranByHand('purge')).toMatchObject({ kind: 'succeeded', result: { nothing: 'no policy and no tenant sets a limit' } });
  expect(await callLogs()).toBe(1);
  await callstitch.setTenantRetention({ tenantUuid: TENANT, callLogDays: 30, recordingDays: null, exportDays: null });
  expect(await ranByHand('purge')).toMatchObject({ kind: 'succeeded', result: { callLogs: 1 } });
  expect(await callLogs()).toBe(0);
});

test('months, tables, files, tokens and exports are looked after', async () => {
  writeFileSync(join(folder, 'orphan.wav'), 'x');
  expect(await ranByHand('partitions')).toMatchObject({ kind: 'succeeded', result: { made: { length: 6 } } });
  expect(await ranByHand('statistics')).toMatchObject({ kind: 'succeeded', result: { tables: 8 } });
  expect(await ranByHand('sweep')).toMatchObject({ kind: 'succeeded', result: { orphans: 1, removed: 0, removes: false } });
  expect(await ranByHand('tokens')).toMatchObject({ kind: 'succeeded', result: { removed: 0 } });
  expect(await ranByHand('exports')).toMatchObject({ kind: 'succeeded', result: { exports: 0 } });
  const failing = (await callstitch.jobs.list()).filter(({ failures, succeededAt }) => failures > 0 || succeededAt === null);
  expect(failing).toEqual([]);
});
