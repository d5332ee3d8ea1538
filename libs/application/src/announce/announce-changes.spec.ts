import { MemoryPublisher, announceSubject } from '../testing/announce-subject.js';
import { announceChanges } from './announce-changes.js';

function subject() {
  const { feed, book, told, happen, clock } = announceSubject();
  const publisher = new MemoryPublisher();
  const announce = () => book.alone('memory', '0-0', (session) => announceChanges({ publisher, feed, session, now: clock.now, ...told }));
  // Who is told beside the tenant is another test's.
  const names = () => publisher.taken.filter(({ userUuid }) => userUuid === null).map(({ name, data }) => `${name} ${String(data['id'])}`);
  return { announce, publisher, happen, names, book };
}

test('what happened is announced once and in order, a page at a time', async () => {
  const { announce, happen, names } = subject();
  for (const id of [1, 2, 3, 4]) happen('created', id);
  expect([await announce(), await announce(), await announce()]).toMatchObject([{ lines: 3 }, { lines: 1 }, { lines: 0 }]);
  expect(names()).toEqual(['call_log_created 1', 'call_log_created 2', 'call_log_created 3', 'call_log_created 4']);
});

test('what is not taken comes again from the first on, and nothing overtakes it', async () => {
  const { announce, publisher, happen, names, book } = subject();
  for (const id of [1, 2, 3]) happen('created', id);
  publisher.failsAt = 1;
  expect(await announce()).toEqual({ kind: 'failed', reason: 'no answer' });
  expect(await book.positions()).toMatchObject([{ position: '0-0', failure: 'no answer' }]);
  publisher.failsAt = null;
  await announce();
  expect(names()).toEqual(['call_log_created 1', 'call_log_created 1', 'call_log_created 2', 'call_log_created 3']);
  expect(await book.positions()).toMatchObject([{ position: '3-1', failure: null }]);
});

test('a call log that came and went is told only as deleted', async () => {
  const { announce, happen, names } = subject();
  happen('created', 1);
  happen('updated', 1);
  happen('deleted', 1);
  await announce();
  expect(names()).toEqual(['call_log_deleted 1']);
});

test('who puts the position elsewhere while it announces has it there afterwards', async () => {
  const { announce, publisher, happen, book } = subject();
  happen('created', 1);
  await announce();
  const publish = publisher.publish.bind(publisher);
  happen('created', 2);
  publisher.publish = async (announcements) => {
    await publish(announcements);
    await book.put('memory', '0-0');
  };
  await announce();
  expect(await book.positions()).toMatchObject([{ position: '0-0' }]);
});
