import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedPostgres } from '@callstitch/embedded-postgres';
import { momentOf } from '@callstitch/application/testing';
import { jest } from '@jest/globals';
import { DEFAULT_TENANT_UUID } from './default-tenant-uuid.js';
import { migrateDatabase } from './migrate-database.js';
import { openAuthentication } from './open-authentication.js';
import type { CallstitchSettings } from './open-callstitch.js';
import { openCallstitch } from './open-callstitch.js';
import { plainSettings } from './testing/plain-settings.js';

// A first start of PostgreSQL takes its time.
jest.setTimeout(60_000);

let postgres: EmbeddedPostgres;
beforeAll(async () => {
  const { temporaryPostgres } = await import('@callstitch/embedded-postgres');
  postgres = await temporaryPostgres();
});
afterAll(() => postgres.close());

const settings = (changed: Partial<CallstitchSettings> = {}): CallstitchSettings =>
  plainSettings(postgres.url, { now: () => momentOf(100_000), ...changed });

const ROWS = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END']
  .map((type, index) => `${index + 1},${type},${1_767_600_000 + index},PJSIP/1001-1,1.1,1.1,1001,1002`)
  .join('\n');
const input = () => ({
  files: ['-'],
  stdin: Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${ROWS}\n`]),
  timezone: 'UTC',
  newIds: false,
});
const ALL = { kind: 'newest', count: Infinity } as const;

test('what is wrong with the telling is said before any database is opened', async () => {
  const nowhere = { databaseUrl: 'postgresql://nobody@127.0.0.1:1/x' };
  await expect(openCallstitch(settings({ ...nowhere, dialect: 'wazoo' }))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await expect(openCallstitch(settings(nowhere))).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
});

test('a database that was not migrated is refused, with the command that does it', async () => {
  await expect(openCallstitch(settings())).rejects.toMatchObject({
    code: 'DATABASE_NOT_MIGRATED',
    message: expect.stringMatching(
      /^The database of DATABASE_URL lacks our newest tables \(.+\); run callstitch migrate once\.$/,
    ) as string,
  });
});

test('a migration makes our tables, and the table cel only where it is asked for', async () => {
  const first = await migrateDatabase(settings(), { withCel: false });
  expect(first).toEqual({
    applied: expect.arrayContaining([expect.any(String)]) as string[],
    celTableCreated: null,
    triggerInstalled: null,
  });
  const callstitch = await openCallstitch(settings());
  await expect(callstitch.status()).rejects.toMatchObject({ code: 'CEL_TABLE_NOT_FOUND' });
  await expect(callstitch.importCels(input())).rejects.toMatchObject({
    code: 'CEL_TABLE_NOT_FOUND',
    message: 'The database has no table cel to import into; callstitch migrate --with-cel makes it.',
  });
  await callstitch.close();
  expect(await migrateDatabase(settings(), { withCel: true })).toEqual({ applied: [], celTableCreated: true, triggerInstalled: null });
  expect(await migrateDatabase(settings(), { withCel: true })).toEqual({ applied: [], celTableCreated: false, triggerInstalled: null });
});

test('calls without a tenant belong to the one of the settings, or to a fixed one', async () => {
  const tenants: (string | null | undefined)[] = [];
  for (const defaultTenantUuid of [null, '7e7e0001-0000-4000-8000-000000000001']) {
    const callstitch = await openCallstitch(settings({ defaultTenantUuid }));
    await callstitch.importCels(input());
    await callstitch.generate(ALL);
    tenants.push((await callstitch.get(1))?.tenantUuid);
    await callstitch.delete({ since: null, force: false });
    await callstitch.close();
  }
  expect(tenants).toEqual([DEFAULT_TENANT_UUID, '7e7e0001-0000-4000-8000-000000000001']);
});

test('the first token is the administrator’s, who sees the calls without a tenant and those of tenants that nobody made', async () => {
  const now = () => momentOf(100_000);
  const callstitch = await openCallstitch(settings());
  const first = await callstitch.access.ensureAdministratorToken();
  expect(await callstitch.access.ensureAdministratorToken()).toBeNull();
  await callstitch.close();

  // The call is of a tenant that the access book does not know.
  const acme = await openCallstitch(settings({ defaultTenantUuid: 'acme' }));
  await acme.importCels(input());
  await acme.generate(ALL);
  const tenantOfCall = (await acme.get((await acme.find({}, { limit: 1, after: null })).callLogs[0]?.id ?? 0))?.tenantUuid ?? '';
  const authentication = await openAuthentication({ kind: 'local' }, { callstitch: acme, now });
  const token = first?.secret ?? '';
  expect(await authentication.check({ token, requiredAccess: 'call-logd.cdr.read', tenantUuid: null })).toEqual({
    kind: 'granted',
    bearer: { tenantUuid: DEFAULT_TENANT_UUID, userUuid: null, tokenId: 1 },
  });
  expect(await authentication.visibleTenants({ token, tenantUuid: DEFAULT_TENANT_UUID })).toEqual([DEFAULT_TENANT_UUID, tenantOfCall]);
  // Made later under the name that its calls had, it finds them.
  expect(await acme.access.createTenant({ name: 'acme', uuid: null, parent: null })).toMatchObject({ uuid: tenantOfCall });
  await acme.delete({ since: null, force: false });
  await acme.close();
});

test('a wazo-auth is asked only when it is needed, and one that is away lets nobody in', async () => {
  const callstitch = { authentication: { check: () => Promise.reject(new Error('ours')), visibleTenants: () => Promise.resolve(null) } };
  const choice = { kind: 'wazo-auth', baseUrl: 'http://127.0.0.1:1' } as const;
  const authentication = await openAuthentication(choice, { callstitch, now: () => momentOf(0) });
  const question = { token: 'abc', requiredAccess: 'call-logd.cdr.read', tenantUuid: null };
  await expect(authentication.check(question)).rejects.toMatchObject({ code: 'AUTH_UNREACHABLE' });
});

test('a database of CELs is only read', async () => {
  const callstitch = await openCallstitch(settings({ celDatabaseUrl: `${postgres.url}?application_name=cels` }));
  expect(await callstitch.generate(ALL)).toMatchObject({ created: 1 });
  await expect(callstitch.importCels(input())).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await callstitch.close();
});

test('without a database our own is started in the data directory, with all tables', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callstitch-own-'));
  const own = settings({ databaseUrl: null, dataDirectory: join(folder, 'data') });
  try {
    const callstitch = await openCallstitch(own);
    expect(await callstitch.importCels(input())).toMatchObject({ added: 5 });
    expect(await callstitch.generate(ALL)).toMatchObject({ created: 1 });
    await callstitch.close();
  } finally {
    const running = join(folder, 'data/cluster/postmaster.pid');
    for (let tries = 0; tries < 100 && existsSync(running); tries++) await pause(100);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
