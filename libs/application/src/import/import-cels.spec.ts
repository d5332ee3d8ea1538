import type { Cel } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { BrokenRow, CelSource } from '../cel-source.js';
import { aCall, aCel } from '../testing/a-call.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { MemoryCelTable } from '../testing/memory-cel-table.js';
import { importCels } from './import-cels.js';

interface Part {
  readonly cels?: readonly Cel[];
  readonly broken?: BrokenRow;
  readonly ownIds?: boolean;
}

function sourceOf(...parts: readonly Part[]): CelSource {
  let all = true;
  return {
    ownIds: () => all,
    async *read(onBroken) {
      for (const { cels, broken, ownIds = true } of parts) {
        await Promise.resolve();
        all &&= ownIds;
        if (broken !== undefined) onBroken(broken);
        if (cels !== undefined) yield cels;
      }
    },
  };
}

async function rowsIn(store: MemoryCelStore): Promise<readonly Cel[]> {
  const bounds = await store.bounds();
  return bounds === null ? [] : (await store.read(bounds)).cels;
}

const CALL = aCall('a', { firstId: 1 });

test('rows keep the ids that they bring', async () => {
  const store = new MemoryCelStore();
  const cels = aCall('a', { firstId: 41 });
  const imported = await importCels({ source: sourceOf({ cels }), table: new MemoryCelTable(store) });
  expect(imported).toEqual({ rowsRead: 4, added: 4, known: 0, conflicting: 0, broken: 0, brokenRows: [] });
  expect(await rowsIn(store)).toEqual(cels);
});

test('an import that is repeated adds what is missing and nothing twice', async () => {
  const store = new MemoryCelStore();
  const table = new MemoryCelTable(store);
  await importCels({ source: sourceOf({ cels: CALL.slice(0, 2) }), table });
  expect(await importCels({ source: sourceOf({ cels: CALL }), table })).toMatchObject({ added: 2, known: 2 });
  expect(await rowsIn(store)).toEqual(CALL);
});

test('rows without ids of their own get new ones in the order in which they come, and are known by their content', async () => {
  const store = new MemoryCelStore(aCall('before', { firstId: 70 }));
  const table = new MemoryCelTable(store);
  const source = () => sourceOf({ cels: CALL.slice(0, 3), ownIds: false }, { cels: CALL.slice(3), ownIds: false });
  expect(await importCels({ source: source(), table })).toMatchObject({ added: 4 });
  expect((await rowsIn(store)).slice(4).map(({ id, eventType }) => [id, eventType])).toEqual([
    [74, 'CHAN_START'],
    [75, 'ANSWER'],
    [76, 'CHAN_END'],
    [77, 'LINKEDID_END'],
  ]);
  expect(await importCels({ source: source(), table })).toMatchObject({ added: 0, known: 4 });
});

test('when the ids of a later input are counted, those of the earlier stay as they are', async () => {
  const store = new MemoryCelStore();
  const later = aCall('b', { firstId: 1 });
  const source = sourceOf({ cels: CALL }, { cels: later, ownIds: false });
  expect(await importCels({ source, table: new MemoryCelTable(store) })).toMatchObject({ added: 8, conflicting: 0 });
  expect((await rowsIn(store)).map(({ id, linkedid }) => [id, linkedid])).toEqual([
    ...[1, 2, 3, 4].map((id) => [id, 'a']),
    ...[5, 6, 7, 8].map((id) => [id, 'b']),
  ]);
});

test('a row whose id belongs to another row is counted and not added', async () => {
  const store = new MemoryCelStore(CALL);
  const source = sourceOf({ cels: [aCel({ id: 2, cidNum: 'other' }), aCel({ id: 9 })] });
  expect(await importCels({ source, table: new MemoryCelTable(store) })).toMatchObject({ added: 1, known: 0, conflicting: 1 });
});

test('broken rows are counted, the first hundred are listed, and the rows around them are added', async () => {
  const store = new MemoryCelStore();
  const broken = Array.from({ length: 250 }, (_, index) => ({ broken: { input: 'x.csv', row: index + 2, reason: 'is short' } }));
  const imported = await importCels({
    source: sourceOf({ cels: CALL.slice(0, 1) }, ...broken, { cels: CALL.slice(1) }),
    table: new MemoryCelTable(store),
  });
  expect(imported).toMatchObject({ rowsRead: 4, added: 4, broken: 250 });
  expect(imported.brokenRows.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
});

test('a big input is added in parts, and progress is told on the way', async () => {
  const store = new MemoryCelStore();
  const parts: number[] = [];
  const table = new MemoryCelTable(store);
  const counting = {
    append: (cels: readonly Cel[], options: { ownIds: boolean }) => {
      parts.push(cels.length);
      return table.append(cels, options);
    },
  };
  const progress: number[] = [];
  const batches = Array.from({ length: 3 }, (_, batch) => ({
    cels: Array.from({ length: 6_000 }, (__, index) => aCel({ id: 1 + batch * 6_000 + index })),
  }));
  await importCels({ source: sourceOf(...batches), table: counting, onProgress: (rows) => progress.push(rows) });
  expect([parts, progress]).toEqual([
    [12_000, 6_000],
    [6_000, 12_000, 18_000],
  ]);
});

test('an input that is unusable fails with its own sentence, and what was read before stays added', async () => {
  const store = new MemoryCelStore();
  const failure = new CallstitchError('CEL_FILE_INVALID', 'cut.csv.gz is a gzip file that is cut off.');
  const source: CelSource = {
    ownIds: () => true,
    async *read() {
      for (let id = 1; id <= 10_000; id++) if (id % 5_000 === 0) yield await Promise.resolve(aFewFrom(id));
      throw failure;
    },
  };
  await expect(importCels({ source, table: new MemoryCelTable(store) })).rejects.toBe(failure);
  expect(await rowsIn(store)).toHaveLength(10_000);
});

function aFewFrom(id: number): readonly Cel[] {
  return Array.from({ length: 5_000 }, (_, index) => aCel({ id: id + index }));
}
