import type { Authentication } from '@callstitch/application';
import { MemoryAuthentication } from '@callstitch/application/testing';
import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { busStanding, busStatus } from './bus-status.js';
import { serviceToken } from './service-token.js';

const STATE = { isConnected: true, done: 3, malformed: 1, refused: 0, failure: null };
const source = (isConnected?: boolean) => ({
  name: 'x',
  listen: () => Promise.resolve(),
  ...(isConnected === undefined ? {} : { isConnected: () => isConnected }),
});

test('a broker that is away, and a token that is not held, are failures in the status', async () => {
  let service: OpenedService | null = null;
  const bus = () => busStanding(handle?.state() ?? null, []);
  service = await openService([], { more: { bus, serviceToken: () => Promise.resolve(false) } });
  const events = await service.callstitch.bus.open({ url: 'amqp://guest:guest@127.0.0.1:1', exchange: 'x', queue: 'y' });
  let said = (): void => undefined;
  const away = new Promise<void>((resolve) => (said = resolve));
  const handle = events === null ? null : service.callstitch.bus.start(events, said);
  await away;
  const { body } = await service.ask('/1.0/status');
  expect(body).toMatchObject({ bus_consumer: { status: 'fail', state: 'away' }, service_token: { status: 'fail' } });
  expect((await service.ask('/metrics')).text).toContain('callstitch_bus_connected 0');
  await service.close();
}, 60_000);

test('the bus is heard only when both of its consumers are connected; a source without a connection does not count', () => {
  expect(busStatus(busStanding(STATE, [source(true), source()]))).toMatchObject({ status: 'ok', state: 'connected', done: 3 });
  expect(busStatus(busStanding(STATE, [source(false)]))).toMatchObject({ status: 'fail', state: 'away' });
  expect(busStatus(busStanding(null, []))).toMatchObject({ status: 'fail', state: 'away' });
  const failure = { at: 1 as never, message: 'x' };
  expect(busStatus(busStanding({ ...STATE, failure }, []))).toMatchObject({ status: 'ok', state: 'failing' });
  expect(busStatus(null)).toEqual({ status: 'fail', state: 'off' });
});

test('a token is needed for a confd alone, and wazo-auth must know it where there is one', async () => {
  const known = { token: 'known', tenantUuid: 'a', userUuid: null, acl: [] };
  const auth = new MemoryAuthentication({ tenants: [], tokens: [known] });
  const away: Authentication = { check: () => Promise.reject(new Error('away')), visibleTenants: () => Promise.resolve(null) };
  const local = { directory: 'http://confd', directoryToken: 'unknown', authentication: { kind: 'local' } } as const;
  const wazo = { ...local, authentication: { kind: 'wazo-auth', baseUrl: 'http://auth' } } as const;
  const answers = [
    serviceToken({ ...wazo, directory: 'office.yml' }, auth),
    serviceToken(local, auth),
    serviceToken({ ...wazo, directoryToken: 'known' }, auth),
    serviceToken({ ...local, directoryToken: null }, auth),
    serviceToken(wazo, auth),
    serviceToken(wazo, away),
  ];
  expect(await Promise.all(answers.map((answer) => answer()))).toEqual([true, true, true, false, false, false]);
});
