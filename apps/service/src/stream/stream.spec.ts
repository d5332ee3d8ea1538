import { Readable } from 'node:stream';
import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';
import { followedStream } from '../testing/followed-stream.js';
import { ALICE, BETA, BOB, CAROL, toldCall, user } from '../testing/told-call.js';

const TAGS = [{ tag: 'sales', tagger: 'test' }];
const CALLS = [
  toldCall(1, { participants: [user('source', ALICE), user('destination', BOB)], tags: TAGS }),
  toldCall(2, { tenantUuid: BETA, participants: [user('source', CAROL)] }),
  toldCall(3, { participants: [user('source', BOB)] }),
];

let service: OpenedService;
const leaving: (() => void)[] = [];

beforeAll(async () => {
  service = await openService(CALLS, { more: { streamBeatSeconds: 0.2 } });
}, 60_000);
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});
afterAll(() => service.close());

let firstId = 1;

/** A call of the master tenant that is told now. */
async function happens(): Promise<void> {
  const id = firstId;
  firstId += 5;
  const types = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];
  const rows = types.map((type, index) => `${id + index},${type},${1_767_600_000 + id + index},PJSIP/1001-${id},9.${id},9.${id},1001,1002`);
  const stdin = Readable.from([`id,eventtype,eventtime,channame,uniqueid,linkedid,cid_num,exten\n${rows.join('\n')}\n`]);
  await service.callstitch.importCels({ files: ['-'], stdin, timezone: 'UTC', newIds: false });
  await service.callstitch.generate({ kind: 'newest', count: Infinity });
}

async function following(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const followed = await followedStream(`${service.url}${path}`, { 'X-Auth-Token': token, ...headers });
  leaving.push(followed.leave);
  return followed;
}

test('a stream tells what happens from now on, to everybody who listens', async () => {
  const { root } = service.tokens;
  const [one, two] = [await following('/1.0/cdr/stream', root), await following(`/1.0/cdr/stream?token=${root}`, '')];
  expect([one.answer.status, one.answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  await until(() => service.ask('/1.0/cdr', { token: root }).then(() => true));
  await happens();
  const [[seen], [other]] = [await one.take(1), await two.take(1)];
  expect(seen).toMatchObject({ event: 'call_log_created', data: { source_extension: '1001', tags: [] } });
  expect(other).toEqual(seen);
});

test('who was away hears what was missed, once and in order, and then what happens', async () => {
  const { root } = service.tokens;
  await happens();
  const all = await (await following('/1.0/cdr/stream?after=0-0&recurse=true', root)).take(3);
  expect(all.map(({ data }) => data['id'])).toEqual([1, 2, 3]);
  const resumed = await following('/1.0/cdr/stream?recurse=true', root, { 'Last-Event-ID': all[1]?.id ?? '' });
  const [third, ...rest] = await resumed.take(2);
  expect(third).toEqual(all[2]);
  await happens();
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
