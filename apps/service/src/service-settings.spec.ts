import { serviceSettings } from './service-settings.js';

test('without an environment it listens on this machine only, with tokens of its own', () => {
  expect(serviceSettings({})).toMatchObject({ host: '127.0.0.1', port: 9298, authentication: { kind: 'local' }, cors: true });
});

test.each([
  ['0.0.0.0:80', '0.0.0.0', 80],
  [':9000', '0.0.0.0', 9000],
  ['[::1]:9000', '::1', 9000],
])('CALLSTITCH_LISTEN %s', (text, host, port) => {
  expect(serviceSettings({ CALLSTITCH_LISTEN: text })).toMatchObject({ host, port });
});

test('a wazo-auth is asked where it is named', () => {
  expect(serviceSettings({ CALLSTITCH_AUTH: 'http://localhost:9497' }).authentication).toEqual({
    kind: 'wazo-auth',
    baseUrl: 'http://localhost:9497',
  });
});

test('all that is wrong is said at once', () => {
  expect(() => serviceSettings({ CALLSTITCH_LISTEN: 'here', CALLSTITCH_AUTH: 'nobody', CALLSTITCH_CORS: 'maybe' })).toThrow(
    /not accepted:\n- CALLSTITCH_LISTEN .*\n- CALLSTITCH_AUTH .*\n- CALLSTITCH_CORS/,
  );
});
