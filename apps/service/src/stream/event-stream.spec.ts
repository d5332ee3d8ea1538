import { once } from 'node:events';
import { EventStream } from './event-stream.js';

test('a reader that takes nothing is disconnected before much waits for it', () => {
  const stream = new EventStream();
  const data = 'x'.repeat(10_000);
  let told = 0;
  while (!stream.destroyed && told < 1_000) {
    stream.tell({ id: String(++told), event: 'call_log_created', data });
  }
  expect([stream.destroyed, told < 150]).toEqual([true, true]);
});

test('who fills it can wait until its reader has taken something, or is gone', async () => {
  const [read, left] = [new EventStream(), new EventStream()];
  for (const stream of [read, left]) stream.tell({ id: '1', event: 'call_log_created', data: 'x'.repeat(100_000) });
  const drained = Promise.all([read.drained(), left.drained()]);
  read.resume();
  left.destroy();
  await drained;
});

test('at its end nothing more is told, and a reader that takes nothing is not waited for', async () => {
  const stream = new EventStream();
  stream.end();
  stream.end();
  stream.beat();
  await once(stream, 'close');
  expect(stream.destroyed).toBe(true);
});
