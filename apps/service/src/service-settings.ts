import type { AnnounceSettings, AuthenticationChoice } from '@callstitch/runtime';
import type { MailSettings, Settings } from '@callstitch/runtime/settings';
import { readSettings } from '@callstitch/runtime/settings';

/** What callstitch.yml and the environment say to the service, beside what every command reads. */
export interface ServiceSettings extends Omit<Settings, 'service'> {
  readonly host: string;
  readonly port: number;
  readonly authentication: AuthenticationChoice;
  readonly cors: boolean;
  /** null when nobody is told that an export is ready. */
  readonly mail: MailSettings | null;
  /** Who is told what happens. */
  readonly announce: AnnounceSettings;
}

/** Reads the file and the environment; rejects with all that is wrong with either at once. */
export async function serviceSettings(environment: Readonly<Record<string, string | undefined>>): Promise<ServiceSettings> {
  const { service, ...settings } = await readSettings(environment);
  const { authentication, ...own } = service;
  return {
    ...settings,
    ...own,
    authentication: authentication === 'local' ? { kind: 'local' } : { kind: 'wazo-auth', baseUrl: authentication },
  };
}
