import type { ExportMailer } from '@callstitch/application';
import type { SmtpMailerOptions } from '@callstitch/mail-smtp';

/** How people are told that their exports are ready. */
export type ExportMailSettings = SmtpMailerOptions;

/** Opens the mail; it is loaded only where somebody is to be told. */
export async function openExportMailer(settings: ExportMailSettings | null): Promise<ExportMailer | null> {
  if (settings === null) return null;
  const { openSmtpMailer } = await import('@callstitch/mail-smtp');
  return openSmtpMailer(settings);
}
