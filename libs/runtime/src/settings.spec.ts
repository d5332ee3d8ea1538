import { settingsOf } from './settings.js';

test('without an environment it is our own PostgreSQL in ./data', () => {
  const nothing = { databaseUrl: null, celDatabaseUrl: null, dataDirectory: './data', defaultTenantUuid: null };
  const telling = { dialect: 'auto', directory: null, directoryToken: null, recordings: [], exportDirectory: null, configFile: null };
  expect(settingsOf({})).toEqual({ ...nothing, ...telling });
  expect(settingsOf({ DATABASE_URL: '', CEL_DATABASE_URL: '', CALLSTITCH_DATA: '', CALLSTITCH_TENANT: '' })).toEqual({
    ...nothing,
    ...telling,
  });
});

test('each setting has its variable', () => {
  const telling = {
    CALLSTITCH_DIALECT: 'wazo',
    CALLSTITCH_DIRECTORY: 'e',
    CALLSTITCH_DIRECTORY_TOKEN: 'f',
    CALLSTITCH_CONFIG: 'g',
    CALLSTITCH_RECORDINGS: '/h:/i',
    CALLSTITCH_EXPORTS: '/j',
  };
  expect(settingsOf({ DATABASE_URL: 'a', CEL_DATABASE_URL: 'b', CALLSTITCH_DATA: 'c', CALLSTITCH_TENANT: 'd', ...telling })).toEqual({
    databaseUrl: 'a',
    celDatabaseUrl: 'b',
    dataDirectory: 'c',
    defaultTenantUuid: 'd',
    dialect: 'wazo',
    directory: 'e',
    directoryToken: 'f',
    recordings: ['/h', '/i'],
    exportDirectory: '/j',
    configFile: 'g',
  });
});
