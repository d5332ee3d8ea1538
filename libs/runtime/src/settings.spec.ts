import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_JOBS } from '@callstitch/application';
import { NO_SOURCES } from './live/sources-settings.js';
import { readSettings } from './settings.js';

test('without a file and an environment there is a PostgreSQL of our own, and this machine alone is listened to', async () => {
  expect(await readSettings({ DATABASE_URL: '' })).toEqual({
    databaseUrl: null,
    celDatabaseUrl: null,
    dataDirectory: './data',
    defaultTenantUuid: null,
    dialect: 'auto',
    trunks: [],
    internal: [],
    silentAfterMinutes: 240,
    directory: null,
    directoryToken: null,
    recordings: [],
    exportDirectory: null,
    archiveDirectory: null,
    configFile: null,
    jobs: { ...DEFAULT_JOBS, schedules: { ...DEFAULT_JOBS.schedules, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone } },
    live: { enabled: true, trigger: 'auto', pollSeconds: 2, silenceCheckSeconds: 60 },
    sources: { ...NO_SOURCES, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    service: { host: '127.0.0.1', port: 9298, authentication: 'local', cors: true, mail: null, announce: { amqp: null, webhooks: [] } },
  });
});

test.each([
  ['0.0.0.0:80', '0.0.0.0', 80],
  [':9000', '0.0.0.0', 9000],
  ['[::1]:9000', '::1', 9000],
])('CALLSTITCH_LISTEN %s', async (text, host, port) => {
  expect((await readSettings({ CALLSTITCH_LISTEN: text })).service).toMatchObject({ host, port });
});

test('a mail server must offer encryption unless that is switched off', async () => {
  const GOOD = { CALLSTITCH_PUBLIC_URL: 'https://pbx.example.org/api', CALLSTITCH_MAIL_FROM: 'Call logs <no-reply@example.org>' };
  expect((await readSettings({ ...GOOD, CALLSTITCH_SMTP: 'smtp://me:p%40ss@mail.example.org:587' })).service.mail).toEqual({
    host: 'mail.example.org',
    port: 587,
    starttls: true,
    login: { username: 'me', password: 'p@ss' },
    from: { name: 'Call logs', address: 'no-reply@example.org' },
    subject: 'Your export is ready',
    templateFile: null,
    publicUrl: 'https://pbx.example.org/api',
  });
  expect(
    (await readSettings({ ...GOOD, CALLSTITCH_MAIL_FROM: 'a@b.org', CALLSTITCH_SMTP: 'smtp://localhost?starttls=off' })).service.mail,
  ).toMatchObject({ port: 25, starttls: false, login: null, from: { name: 'Callstitch', address: 'a@b.org' } });
});

test('a file says the same, and the environment adds what is secret', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const path = join(folder, 'callstitch.yml');
  writeFileSync(
    path,
    'trunks: [carrier]\nsilentAfterMinutes: 30\narchiveDirectory: /srv/old\nschedules: { timezone: Europe/Paris, purge: null }\njobs: { sweep: { remove: true }, generation: { recheckDays: 0 }, tokens: { keepDays: 30 } }\nlisten: 0.0.0.0:80\ndirectory: https://confd.example/1.1\n',
  );
  expect(await readSettings({ CALLSTITCH_CONFIG: path, CALLSTITCH_DIRECTORY_TOKEN: 'secret' })).toMatchObject({
    ...{ trunks: ['carrier'], silentAfterMinutes: 30, directory: 'https://confd.example/1.1', directoryToken: 'secret', configFile: path },
    jobs: {
      schedules: { timezone: 'Europe/Paris', purge: null, generation: '25 4 * * *' },
      sweep: { minAgeDays: 7, remove: true },
      generation: { recheckDays: 0 },
      tokens: { keepDays: 30 },
      purge: { archive: '/srv/old' },
    },
    service: { host: '0.0.0.0', port: 80 },
  });
  rmSync(folder, { recursive: true });
});

test('what sources keep secret comes from the environment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  writeFileSync(join(folder, 'callstitch.yml'), 'sources: { amqp: { url: amqp://bus }, ami: { username: me } }');
  const CALLSTITCH_CONFIG = join(folder, 'callstitch.yml');
  expect((await readSettings({ CALLSTITCH_CONFIG })).sources).toMatchObject({ amqp: { url: 'amqp://bus' }, ami: { secret: null } });
  const environment = { CALLSTITCH_CONFIG, CALLSTITCH_AMQP: 'amqp://me:secret@bus', CALLSTITCH_AMI_SECRET: 'secret' };
  expect((await readSettings(environment)).sources).toMatchObject({
    amqp: { url: 'amqp://me:secret@bus', queue: 'callstitch.cel' },
    ami: { username: 'me', secret: 'secret' },
  });
  rmSync(folder, { recursive: true });
});
