import { CallstitchError } from '@callstitch/domain';
import type { AuthenticationChoice } from '@callstitch/runtime';
import type { Settings } from '@callstitch/runtime/settings';
import { settingsOf } from '@callstitch/runtime/settings';
import type { MailSettings } from './exports/mail-settings.js';
import { mailSettings } from './exports/mail-settings.js';

/** What the environment says to the service, beside what every command reads. */
export interface ServiceSettings extends Settings {
  readonly host: string;
  readonly port: number;
  readonly authentication: AuthenticationChoice;
  readonly cors: boolean;
  /** null when nobody is told that an export is ready. */
  readonly mail: MailSettings | null;
}

const LISTEN = /^(?:\[([0-9a-f:.]+)\]|([^:]*)):(\d{1,5})$/i;
const MOST_PORT = 65_535;

/** Reads the environment; throws CONFIG_INVALID with all that is wrong at once. */
export function serviceSettings(environment: Readonly<Record<string, string | undefined>>): ServiceSettings {
  const { CALLSTITCH_LISTEN = '', CALLSTITCH_AUTH = '', CALLSTITCH_CORS = '' } = environment;
  const match = LISTEN.exec(CALLSTITCH_LISTEN === '' ? '127.0.0.1:9298' : CALLSTITCH_LISTEN);
  const port = Number(match?.[3]);
  const complaints = [
    ...(match === null || port > MOST_PORT ? ['CALLSTITCH_LISTEN is an address and a port, such as 127.0.0.1:9298'] : []),
    ...(['', 'local'].includes(CALLSTITCH_AUTH) || isHttp(CALLSTITCH_AUTH)
      ? []
      : ['CALLSTITCH_AUTH is "local", or the URL of a wazo-auth, such as http://localhost:9497']),
    ...(['', 'on', 'off'].includes(CALLSTITCH_CORS) ? [] : ['CALLSTITCH_CORS is on or off']),
  ];
  const mail = mailSettings(environment, complaints);
  if (complaints.length > 0) {
    throw new CallstitchError('CONFIG_INVALID', ['The environment is not accepted:', ...complaints.map((one) => `- ${one}`)].join('\n'));
  }
  return {
    ...settingsOf(environment),
    host: match?.[1] ?? (match?.[2] === '' ? '0.0.0.0' : (match?.[2] ?? '127.0.0.1')),
    port,
    authentication: isHttp(CALLSTITCH_AUTH) ? { kind: 'wazo-auth', baseUrl: CALLSTITCH_AUTH } : { kind: 'local' },
    cors: CALLSTITCH_CORS !== 'off',
    mail,
  };
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
