import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { ALICE, after, toldCall, user } from '../testing/told-call.js';

const LATE = { startedAt: after(5_000_000), answeredAt: after(5_000_020), endedAt: after(5_000_010) };

let service: OpenedService;
beforeAll(async () => {
  const many = Array.from({ length: 1_100 }, (_none, index) => toldCall(index + 1, { participants: [user('source', ALICE)] }));
  service = await openService([...many, toldCall(2_000, { ...LATE, participants: [user('source', ALICE)] })]);
}, 60_000);
afterAll(() => service.close());

test.each(['/1.0/cdr', '/1.0/users/me/cdr', `/1.0/users/${ALICE}/cdr`])(
  '%s shows a thousand calls unless it is asked for more',
  async (path) => {
    const token = service.tokens.alice;
    const { body } = await service.ask(path, { token });
    expect([body.items.length, body.total, body.filtered]).toEqual([1_000, 1_101, 1_101]);
    expect((await service.ask(`${path}?limit=0`, { token })).body.items).toHaveLength(1_101);
    expect((await service.ask(`${path}?limit=1050`, { token })).body.items).toHaveLength(1_050);
  },
);

test('a call that was over before it was answered lasted no time, not less', async () => {
  const { body } = await service.ask('/1.0/cdr/2000');
  expect([body['answered'], body['duration']]).toEqual([true, 0]);
});
