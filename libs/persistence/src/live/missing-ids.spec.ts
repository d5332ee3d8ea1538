import { MissingIds } from './missing-ids.js';

test('ids that were passed by are missing until they are seen', () => {
  const missing = new MissingIds();
  missing.looked({ from: 1, until: 8 }, [1, 2, 4, 7]);
  expect(missing.spans).toMatchObject([
    { from: 5, until: 7 },
    { from: 3, until: 4 },
  ]);
  missing.looked({ from: 8, until: 9 }, [3, 5, 8]);
  expect(missing.spans).toMatchObject([{ from: 6, until: 7 }]);
});

test('an id that never comes is not looked for without end', () => {
  const missing = new MissingIds();
  missing.looked({ from: 1, until: 3 }, [2]);
  for (let looks = 0; looks < 100; looks++) missing.looked({ from: 3, until: 3 }, []);
  expect(missing.spans).toEqual([]);
});

test('a table that gives every second id is no reason to remember them all', () => {
  const missing = new MissingIds();
  missing.looked(
    { from: 0, until: 10_000 },
    Array.from({ length: 5_000 }, (_none, index) => 2 * index),
  );
  expect(missing.spans.length).toBe(1_000);
});
