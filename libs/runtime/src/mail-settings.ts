import type { ExportMailSettings } from './open-export-mailer.js';

/** How letters leave; whose tokens their links carry is said by who opens the mail. */
export type MailSettings = Omit<ExportMailSettings, 'tokenFor'>;
