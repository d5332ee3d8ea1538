import { mailSettings } from './mail-settings.js';

const GOOD = { CALLSTITCH_PUBLIC_URL: 'https://pbx.example.org/api', CALLSTITCH_MAIL_FROM: 'Call logs <no-reply@example.org>' };

test('without a mail server nobody is told anything', () => {
  const complaints: string[] = [];
  expect([mailSettings({}, complaints), complaints]).toEqual([null, []]);
});

test('a mail server is a URL; it must offer encryption unless that is switched off', () => {
  const complaints: string[] = [];
  expect(mailSettings({ ...GOOD, CALLSTITCH_SMTP: 'smtp://me:p%40ss@mail.example.org:587' }, complaints)).toMatchObject({
    host: 'mail.example.org',
    port: 587,
    starttls: true,
    login: { username: 'me', password: 'p@ss' },
    from: { name: 'Call logs', address: 'no-reply@example.org' },
  });
  expect(
    mailSettings({ ...GOOD, CALLSTITCH_MAIL_FROM: 'a@b.org', CALLSTITCH_SMTP: 'smtp://localhost?starttls=off' }, complaints),
  ).toMatchObject({
    port: 25,
    starttls: false,
    login: null,
    from: { name: 'Callstitch', address: 'a@b.org' },
  });
  expect(complaints).toEqual([]);
});

test('all that is wrong is said', () => {
  const complaints: string[] = [];
  mailSettings({ CALLSTITCH_SMTP: 'mail.example.org' }, complaints);
  expect(complaints.map((complaint) => complaint.split(' ')[0])).toEqual([
    'CALLSTITCH_SMTP',
    'CALLSTITCH_PUBLIC_URL',
    'CALLSTITCH_MAIL_FROM',
  ]);
});
