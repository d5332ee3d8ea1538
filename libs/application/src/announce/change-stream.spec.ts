import type { CallLogChange } from '../read/change-feed.js';
import { announceSubject } from '../testing/announce-subject.js';
import { RECORDED_TENANT } from '../testing/recorded-call.js';
import type { StreamedChange } from './change-stream.js';
import { ChangeStream } from './change-stream.js';
import { isBehind } from './feed-place.js';

function subject() {
  const { feed, told, happen } = announceSubject();
  let reads = 0;
  const counted = { end: () => feed.end(), after: (seq: string, limit: number) => (reads++, feed.after(seq, limit)) };
  const changes = {
    async after(seq: string | null, { limit }: { readonly limit: number }) {
      const lines = (await feed.after(seq ?? '0-0', limit + 1)) as readonly (CallLogChange & { readonly of: 'call-log' })[];
      return { changes: lines.slice(0, limit), next: lines.length > limit ? (lines[limit - 1]?.seq ?? null) : null };
    },
  };
  return { stream: new ChangeStream({ feed: counted, changes, search: told.search }), happen, reads: () => reads };
}

const shown = ({ change, item }: StreamedChange) => `${change.kind} ${change.callLogId} ${item === null ? 'gone' : 'there'}`;

test('everybody who listens hears what comes from then on, and the feed is read once for all', async () => {
  const { stream, happen, reads } = subject();
  happen('created', 1);
  const [one, two]: [string[], string[]] = [[], []];
  await stream.listen((changes) => one.push(...changes.map(shown)));
  const stop = await stream.listen((changes) => two.push(...changes.map(shown)));
  happen('created', 2);
  expect([await stream.advance(), reads()]).toEqual([1, 1]);
  stop();
  happen('deleted', 2);
  await stream.advance();
  expect([one, two]).toEqual([['created 2 there', 'deleted 2 gone'], ['created 2 there']]);
});

test('nothing is read while nobody listens, and who comes later hears nothing of that time', async () => {
  const { stream, happen, reads } = subject();
  const heard: string[] = [];
  const stop = await stream.listen(() => undefined);
  stop();
  happen('created', 1);
  expect([await stream.advance(), reads(), stream.isHeard]).toEqual([0, 0, false]);
  await stream.listen((changes) => heard.push(...changes.map(shown)));
  happen('created', 2);
  await stream.advance();
  expect(heard).toEqual(['created 2 there']);
});

test('who was away is told what was missed', async () => {
  const { stream, happen } = subject();
  const seen = happen('created', 1);
  happen('created', 2);
  const last = happen('updated', 1);
  const missed = await stream.missed(seen, [RECORDED_TENANT]);
  expect([missed.changes.map(shown), missed.last, missed.more]).toEqual([['created 2 there', 'updated 1 there'], last, false]);
  expect(await stream.missed(last, [RECORDED_TENANT])).toEqual({ changes: [], last, more: false });
});

test('lines are in the order of transactions, then of their lines, as numbers', () => {
  expect([isBehind('10-1', '9-9'), isBehind('9-10', '9-9'), isBehind('9-9', '9-9'), isBehind('9-1', '10-1')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
