export { openSmtpMailer } from './open-smtp-mailer.js';
export type { SmtpMailerOptions } from './open-smtp-mailer.js';
