import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './read-config.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'config-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'callstitch.yml');
  writeFileSync(path, text);
  return path;
}

test('sources are read, with what is usual where nothing is said, and followed files begin where the file is', async () => {
  const { config } = await readConfig(
    file(
      'sources: { follow: [cel/Master.csv, /log/Master.csv], timezone: Europe/Paris, amqp: {}, ami: { username: me, authority: ca.pem } }',
    ),
    {},
  );
  expect(config.sources).toEqual({
    follow: [join(folder, 'cel/Master.csv'), '/log/Master.csv'],
    columns: null,
    timezone: 'Europe/Paris',
    amqp: { url: null, exchange: 'wazo-headers', queue: 'callstitch.cel' },
    ami: { host: '127.0.0.1', port: 5038, tls: false, authority: join(folder, 'ca.pem'), username: 'me' },
  });
  expect((await readConfig(file(''), {})).config.sources).toMatchObject({ follow: [], amqp: null, ami: null });
});

test('what is wrong with sources is said, and no password is kept in the file', async () => {
  const path = file('sources: { follow: Master.csv, timezone: here, amqp: { url: "amqp://me:geheim@bus" }, ami: { port: 0 } }');
  const said = await readConfig(path, {}).catch((error: unknown) => (error as Error).message);
  expect(said).toContain('- sources.follow must be an array');
  expect(said).toContain('- sources.timezone is the name of a time zone, such as Europe/Paris');
  expect(said).toContain('- sources.amqp.url holds a password; say it in the environment, as CALLSTITCH_AMQP');
  expect(said).toContain('- sources.ami.port must not be less than 1');
  expect(said).toContain('- sources.ami.username');
  expect(said).not.toContain('geheim');
});
