import type { ExportMailSettings } from '@callstitch/runtime';

/** How letters leave; whose tokens their links carry is said by who opens the mail. */
export type MailSettings = Omit<ExportMailSettings, 'tokenFor'>;

const STANDARD_PORT = 25;
const FROM = /^(?:(.+?)\s*<)?([^<>\s]+@[^<>\s]+?)>?$/;

/** Reads what the environment says of mail: null when no server is named; complaints are added to the list. */
export function mailSettings(environment: Readonly<Record<string, string | undefined>>, complaints: string[]): MailSettings | null {
  const { CALLSTITCH_SMTP = '', CALLSTITCH_PUBLIC_URL = '', CALLSTITCH_MAIL_FROM = '', CALLSTITCH_MAIL_TEMPLATE = '' } = environment;
  if (CALLSTITCH_SMTP === '') return null;
  const server = URL.canParse(CALLSTITCH_SMTP) ? new URL(CALLSTITCH_SMTP) : null;
  const isServer = server?.protocol === 'smtp:' && server.hostname !== '';
  if (!isServer) complaints.push('CALLSTITCH_SMTP is the URL of a mail server, such as smtp://user:password@mail.example.org:587');
  if (!/^https?:\/\//.test(CALLSTITCH_PUBLIC_URL) || !URL.canParse(CALLSTITCH_PUBLIC_URL)) {
    complaints.push('CALLSTITCH_PUBLIC_URL is where people reach the service, such as https://pbx.example.org; letters link to it');
  }
  const from = FROM.exec(CALLSTITCH_MAIL_FROM);
  if (from === null) complaints.push('CALLSTITCH_MAIL_FROM is who letters are from, such as Callstitch <no-reply@example.org>');
  if (!isServer) return null;
  const { hostname, port, username, password, searchParams } = server;
  return {
    host: hostname,
    port: port === '' ? STANDARD_PORT : Number(port),
    starttls: searchParams.get('starttls') !== 'off',
    login: username === '' ? null : { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    from: { name: from?.[1] ?? 'Callstitch', address: from?.[2] ?? '' },
    subject: 'Your export is ready',
    templateFile: CALLSTITCH_MAIL_TEMPLATE === '' ? null : CALLSTITCH_MAIL_TEMPLATE,
    publicUrl: CALLSTITCH_PUBLIC_URL,
  };
}
