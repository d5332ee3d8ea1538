import { aCel } from '../testing/a-call.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { chooseSeeds } from './choose-seeds.js';

const store = new MemoryCelStore(Array.from({ length: 100 }, (_none, index) => aCel({ id: index + 1 })));

test('a span with enough rows is enough', async () => {
  expect(await chooseSeeds(store, [{ from: 1, until: 101 }], 10)).toEqual([{ from: 91, until: 101 }]);
});

test('crumbs between rows that were read are taken together, the last one in part', async () => {
  const unread = [
    { from: 98, until: 100 },
    { from: 95, until: 96 },
    { from: 50, until: 94 },
  ];
  expect(await chooseSeeds(store, unread, 5)).toEqual([
    { from: 98, until: 100 },
    { from: 95, until: 96 },
    { from: 92, until: 94 },
  ]);
});

test('what lies further apart than four ids for each row waits for the next batch', async () => {
  const unread = [
    { from: 98, until: 100 },
    { from: 80, until: 85 },
    { from: 1, until: 60 },
  ];
  expect(await chooseSeeds(store, unread, 5)).toEqual([
    { from: 98, until: 100 },
    { from: 82, until: 85 },
  ]);
  expect(await chooseSeeds(store, unread, 4)).toEqual([
    { from: 98, until: 100 },
    { from: 84, until: 85 },
  ]);
});

test('without rows there are no seeds', async () => {
  expect(await chooseSeeds(store, [{ from: 200, until: 300 }], 5)).toEqual([]);
});
