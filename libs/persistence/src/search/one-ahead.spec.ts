import { oneAhead } from './one-ahead.js';

async function* counted(asked: number[], failsAt = Infinity): AsyncGenerator<number> {
  try {
    for (let part = 1; part <= 4; part++) {
      asked.push(part);
      if (part === failsAt) throw new Error('lost');
      yield await Promise.resolve(part);
    }
  } finally {
    asked.push(0);
  }
}

test('the next part is under way while this one is used, and none more', async () => {
  const asked: number[] = [];
  const seen: number[] = [];
  for await (const part of oneAhead(counted(asked))) {
    await new Promise(setImmediate);
    if (part === 2) expect(asked).toEqual([1, 2, 3]);
    seen.push(part);
  }
  expect([seen, asked]).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4, 0],
  ]);
});

test('who leaves early ends the parts', async () => {
  const asked: number[] = [];
  for await (const part of oneAhead(counted(asked))) if (part === 1) break;
  expect(asked).toEqual([1, 2, 0]);
});

test('a part that fails fails in its turn', async () => {
  const seen: number[] = [];
  const all = async () => {
    for await (const part of oneAhead(counted([], 3))) {
      await new Promise(setImmediate);
      seen.push(part);
    }
  };
  await expect(all()).rejects.toThrow('lost');
  expect(seen).toEqual([1, 2]);
});
