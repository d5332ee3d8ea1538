import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { openService } from '../testing/open-service.js';
import { after, toldCall } from '../testing/told-call.js';

const folder = mkdtempSync(join(tmpdir(), 'mail-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('who asked by e-mail gets a letter whose link fetches this export and nothing else', async () => {
  const path = join(folder, '1.wav');
  writeFileSync(path, 'sound');
  const letters: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let letter = '';
      stream
        .setEncoding('utf8')
        .on('data', (text: string) => (letter += text))
        .on('end', () => {
          letters.push(letter.replaceAll('=\r\n', '').replaceAll('=3D', '='));
          done();
        });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const environment = {
    CALLSTITCH_SMTP: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?starttls=off`,
    CALLSTITCH_PUBLIC_URL: 'http://pbx.example.org',
    CALLSTITCH_MAIL_FROM: 'no-reply@example.org',
  };
  const calls = [
    toldCall(1, { recordings: [{ uuid: '4ec04d00-0000-4000-8000-000000000001', startedAt: after(61), endedAt: after(62), path }] }),
  ];
  const service = await openService(calls, { recordings: [folder], exports: join(folder, 'exports'), environment });
  await service.ask('/1.0/cdr/recordings/media/export?email=alice%40example.org', { method: 'POST', body: {} });
  for (let tries = 0; tries < 200 && letters.length === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(letters[0]).toMatch(/^To: Wazo user <alice@example\.org>\r?$/m);
  const [, link = '', token = ''] = /(\/1\.0\/exports\/\S+?\/download\?\S*token=(\S+))/.exec(letters[0] ?? '') ?? [];
  const file = await service.ask(link, { token: null });
  expect([file.status, file.text.slice(0, 2)]).toEqual([200, 'PK']);
  expect((await service.ask('/1.0/cdr', { token })).status).toBe(401);
  await service.close();
  await new Promise<void>((resolve) => server.close(resolve));
  // A mail server that is closed waits for connections, for up to half a minute.
}, 120_000);
