import { instant } from '@callstitch/domain';
import type { CallstitchSettings } from '../open-callstitch.js';

/** Settings of a Callstitch on a database, as plain as can be. */
export function plainSettings(databaseUrl: string, changed: Partial<CallstitchSettings> = {}): CallstitchSettings {
  return {
    databaseUrl,
    celDatabaseUrl: null,
    dataDirectory: '/nowhere',
    defaultTenantUuid: null,
    dialect: 'asterisk',
    trunks: [],
    internal: [],
    directory: null,
    directoryToken: null,
    serviceTenantUuid: null,
    configFile: null,
    silentAfterMinutes: 240,
    now: () => instant(1_767_700_000_000_000),
    ...changed,
  };
}
