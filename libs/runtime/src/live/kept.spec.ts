import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import { kept } from './kept.js';

const START = 1_767_600_000_000_000 as Instant;

test('it is prepared once for a while, then behind the back of who asks, and waited for when it is too old', async () => {
  let now = START;
  let prepared = 0;
  const item = kept(
    () => Promise.resolve(++prepared),
    () => now,
  );
  const got = [await item(), await item()];
  now = secondsAfter(START, 11);
  got.push(await item());
  await Promise.resolve();
  got.push(await item());
  now = secondsAfter(START, 1_000);
  got.push(await item());
  expect(got).toEqual([1, 1, 1, 2, 3]);
});

test('one that cannot be prepared again serves until it is too old', async () => {
  let now = START;
  let fails = false;
  const item = kept(
    () => (fails ? Promise.reject(new Error('the directory is away')) : Promise.resolve('old')),
    () => now,
  );
  await item();
  fails = true;
  now = secondsAfter(START, 30);
  expect(await item()).toBe('old');
  now = secondsAfter(START, 61);
  await expect(item()).rejects.toThrow('away');
});
