import { readFile } from 'node:fs/promises';
import type { ExportMailer, RecordingExport } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import { createTransport } from 'nodemailer';
import { exportLink } from './export-link.js';
import { DEFAULT_TEMPLATE, checkTemplate, fillTemplate } from './fill-template.js';

/** How letters leave, and what they say. */
export interface SmtpMailerOptions {
  readonly host: string;
  readonly port: number;
  /** Insist on encryption: a server that offers none gets no letter. */
  readonly starttls: boolean;
  /** null for a server that wants no log-in. */
  readonly login: { readonly username: string; readonly password: string } | null;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** A text file with placeholders; null for our own words. */
  readonly templateFile: string | null;
  /** Where people reach the service, such as `https://pbx.example.org/api/call-logd`. */
  readonly publicUrl: string;
  /** Makes the token that the link carries, for this export alone; null for links without one. */
  readonly tokenFor: ((ready: RecordingExport) => Promise<string>) | null;
}

const TIMEOUT_MS = 20_000;

/** Tells by SMTP. Rejects with CONFIG_INVALID when the template or the URL cannot be used. */
export async function openSmtpMailer(options: SmtpMailerOptions): Promise<ExportMailer> {
  const template = options.templateFile === null ? DEFAULT_TEMPLATE : await readTemplate(options.templateFile);
  checkTemplate(template);
  const publicUrl = readUrl(options.publicUrl);
  const { host, port, starttls, login, from, subject } = options;
  const transport = createTransport({
    host,
    port,
    secure: false,
    requireTLS: starttls,
    ignoreTLS: !starttls,
    ...(login === null ? {} : { auth: { user: login.username, pass: login.password } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async send(to, ready) {
      const token = options.tokenFor === null ? null : await options.tokenFor(ready);
      const text = fillTemplate(template, exportLink(publicUrl, ready, token));
      // Objects, not text: an address or a name must not become another header.
      await transport.sendMail({ from, to: { name: 'Wazo user', address: to }, subject, text });
    },
  };
}

async function readTemplate(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new CallstitchError('CONFIG_INVALID', `The template of the e-mail, "${path}", cannot be read.`, { cause });
  }
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw new CallstitchError('CONFIG_INVALID', `"${text}" is no public URL; name one such as https://pbx.example.org.`);
}
