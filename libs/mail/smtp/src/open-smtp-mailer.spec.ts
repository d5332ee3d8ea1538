import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RecordingExport } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import { SMTPServer } from 'smtp-server';
import type { SmtpMailerOptions } from './open-smtp-mailer.js';
import { openSmtpMailer } from './open-smtp-mailer.js';

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

const servers: SMTPServer[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'));
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(done))));
  await rm(folder, { recursive: true });
});

/** A mail server on 127.0.0.1, and the letters that it took. */
async function mailServer({ password = null as string | null, tls = false } = {}) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: password === null,
    allowInsecureAuth: true,
    disabledCommands: tls ? [] : ['STARTTLS'],
    onAuth: ({ username, password: given }, _session, done) =>
      given === password ? done(null, { user: username }) : done(new Error('wrong password')),
    onData(stream, { envelope }, done) {
      text(stream).then((letter) => {
        letters.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          text: letter,
        });
        done();
      }, done);
    },
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { letters, port: (server.server.address() as AddressInfo).port };
}

const READY: RecordingExport = {
  uuid: 'ec500000-0000-4000-8000-000000000001',
  tenantUuid: '7e7e0001-0000-4000-8000-000000000001',
  userUuid: null,
  requestedAt: instant(1_767_600_000_000_000),
  status: 'finished',
  path: '/exports/1.zip',
  email: 'bob@example.org',
  recordings: 1,
  included: 1,
  skipped: 0,
  error: null,
};

function options(port: number, changed: Partial<SmtpMailerOptions> = {}): SmtpMailerOptions {
  return {
    host: '127.0.0.1',
    port,
    starttls: false,
    login: null,
    from: { name: 'Call logs', address: 'calls@example.org' },
    subject: 'Your recordings',
    templateFile: null,
    publicUrl: 'https://pbx.example.org:8443/api/call-logd/',
    tokenFor: null,
    ...changed,
  };
}

/** The text of a letter, with the ends of long lines taken away. */
const bodyOf = (letter: Letter | undefined): string =>
  (letter?.text.split('\r\n\r\n').slice(1).join('\n\n') ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');

test('a letter says where the export is, below the public URL, with a token made for it', async () => {
  const { letters, port } = await mailServer();
  const mailer = await openSmtpMailer(options(port, { tokenFor: ({ uuid }) => Promise.resolve(`cs_for ${uuid.slice(0, 4)}`) }));
  await mailer.send('bob@example.org', READY);
  const [letter] = letters;
  expect([letters.length, letter?.from, letter?.to]).toEqual([1, 'calls@example.org', ['bob@example.org']]);
  expect(letter?.text).toContain('From: Call logs <calls@example.org>\r\n');
  expect(letter?.text).toContain('To: Wazo user <bob@example.org>\r\n');
  expect(letter?.text).toContain('Subject: Your recordings\r\n');
  expect(letter?.text).toContain('Content-Type: text/plain; charset=utf-8\r\n');
  expect(bodyOf(letter)).toContain(
    `https://pbx.example.org:8443/api/call-logd/1.0/exports/${READY.uuid}/download?tenant=${READY.tenantUuid}&token=cs_for+ec50`,
  );
});

test('a template is filled as the ones of wazo-call-logd are', async () => {
  const { letters, port } = await mailServer();
  const templateFile = join(folder, 'body.txt');
  await writeFile(templateFile, 'Ready: {{ hostname }} {{port}} {{ prefix }} {{ export_uuid }} {{ tenant_uuid }} {{ token }} $& end');
  const publicUrl = 'http://[2001:db8::1]:9298';
  await (await openSmtpMailer(options(port, { templateFile, publicUrl }))).send('bob@example.org', READY);
  expect(bodyOf(letters[0]).trim()).toBe(`Ready: [2001:db8::1] 9298  ${READY.uuid} ${READY.tenantUuid}  $& end`);
});

test('an address with more in it does not become another receiver or header', async () => {
  const { letters, port } = await mailServer();
  const mailer = await openSmtpMailer(options(port));
  await mailer.send('bob@example.org\r\nBcc: eve@example.org', READY).catch(() => undefined);
  await mailer.send('bob@example.org, eve@example.org', READY).catch(() => undefined);
  expect(letters.filter(({ text: letter, to }) => /^Bcc:/im.test(letter) || to.includes('eve@example.org'))).toEqual([]);
});

test('a server that wants a log-in gets it', async () => {
  const { letters, port } = await mailServer({ password: 'right' });
  const login = { username: 'calls', password: 'right' };
  await (await openSmtpMailer(options(port, { login }))).send('bob@example.org', READY);
  expect(letters).toHaveLength(1);
  const wrong = await openSmtpMailer(options(port, { login: { ...login, password: 'wrong' } }));
  await expect(wrong.send('bob@example.org', READY)).rejects.toMatchObject({ code: 'EAUTH' });
});

test('a letter that must be encrypted does not leave for a server that cannot', async () => {
  const { letters, port } = await mailServer();
  const mailer = await openSmtpMailer(options(port, { starttls: true }));
  await expect(mailer.send('bob@example.org', READY)).rejects.toThrow();
  expect(letters).toEqual([]);
});

test('a server that is not there is said when a letter is sent', async () => {
  const { port } = await mailServer();
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(done))));
  await expect((await openSmtpMailer(options(port))).send('bob@example.org', READY)).rejects.toMatchObject({ code: 'ESOCKET' });
});

test.each<[string, Partial<SmtpMailerOptions>, string]>([
  ['a template that is not there', { templateFile: '/nowhere/body.txt' }, 'cannot be read'],
  ['no URL', { publicUrl: 'pbx.example.org' }, 'is no public URL'],
  ['a URL of another kind', { publicUrl: 'ftp://pbx.example.org' }, 'is no public URL'],
])('%s is said before anything is sent', async (_name, changed, sentence) => {
  await expect(openSmtpMailer(options(25, changed))).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining(sentence) as string,
  });
});

test('a template that names what is not there is said before anything is sent', async () => {
  const templateFile = join(folder, 'body.txt');
  await writeFile(templateFile, 'Hello {{ name }}');
  await expect(openSmtpMailer(options(25, { templateFile }))).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining('"{{ name }}"') as string,
  });
});
