import type { StreamedService } from '../testing/streamed-service.js';
import { openStreamedService } from '../testing/streamed-service.js';

let service: StreamedService;
beforeAll(async () => {
  service = await openStreamedService();
}, 60_000);
afterEach(() => service.leaveAll());
afterAll(() => service.close());

test('a stream tells what happens from now on, to everybody who listens', async () => {
  const { root } = service.tokens;
  const [one, two] = [await service.following('/1.0/cdr/stream', root), await service.following(`/1.0/cdr/stream?token=${root}`, '')];
  expect([one.answer.status, one.answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  await until(() => service.ask('/1.0/cdr', { token: root }).then(() => true));
  await service.happens();
  const [[seen], [other]] = [await one.take(1), await two.take(1)];
  expect(seen).toMatchObject({ event: 'call_log_created', data: { source_extension: '1001', tags: [] } });
  expect(other).toEqual(seen);
});

test('who was away hears what was missed, once and in order, and then what happens', async () => {
  const { root } = service.tokens;
  await service.happens();
  const all = await (await service.following('/1.0/cdr/stream?after=0-0&recurse=true', root)).take(3);
  expect(all.map(({ data }) => data['id'])).toEqual([1, 2, 3]);
  const resumed = await service.following('/1.0/cdr/stream?recurse=true', root, { 'Last-Event-ID': all[1]?.id ?? '' });
  const [third, ...rest] = await resumed.take(2);
  expect(third).toEqual(all[2]);
  await service.happens();
  const [live] = await resumed.take(1);
  resumed.leave();
  const feed = (await service.ask('/1.0/changes?recurse=true', { token: root })).body.items as readonly { readonly seq?: string }[];
  const seqs = feed.map(({ seq }) => seq);
  const heard = [third, ...rest].map((one) => one?.id);
  expect(heard).toEqual(seqs.slice(2, 4));
  expect(seqs).toContain(live?.id);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
