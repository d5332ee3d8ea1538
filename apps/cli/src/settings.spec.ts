import { settingsOf } from './settings.js';

test('without an environment it is our own PostgreSQL in ./data', () => {
  const nothing = { databaseUrl: null, celDatabaseUrl: null, dataDirectory: './data', defaultTenantUuid: null };
  expect(settingsOf({})).toEqual(nothing);
  expect(settingsOf({ DATABASE_URL: '', CEL_DATABASE_URL: '', CALLSTITCH_DATA: '', CALLSTITCH_TENANT: '' })).toEqual(nothing);
});

test('each setting has its variable', () => {
  expect(settingsOf({ DATABASE_URL: 'a', CEL_DATABASE_URL: 'b', CALLSTITCH_DATA: 'c', CALLSTITCH_TENANT: 'd' })).toEqual({
    databaseUrl: 'a',
    celDatabaseUrl: 'b',
    dataDirectory: 'c',
    defaultTenantUuid: 'd',
  });
});
