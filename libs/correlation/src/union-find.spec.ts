import { UnionFind } from './union-find.js';

/** The sets of so many elements after some joins, each named by its smallest member. */
function setsAfter(size: number, joins: readonly (readonly [number, number])[]): number[] {
  const kin = new UnionFind();
  for (let element = 0; element < size; element++) kin.add();
  for (const [one, other] of joins) kin.join(one, other);
  const smallest = new Map<number, number>();
  for (let element = size - 1; element >= 0; element--) smallest.set(kin.find(element), element);
  return Array.from({ length: size }, (_, element) => smallest.get(kin.find(element)) as number);
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

test('an element belongs to nobody until it is joined', () => {
  const kin = new UnionFind();
  expect([kin.add(), kin.add(), kin.add()]).toEqual([0, 1, 2]);
  expect([0, 1, 2].map((element) => kin.find(element))).toEqual([0, 1, 2]);
});

test('any order of joins gives the same sets', () => {
  const joins = [
    [0, 1],
    [2, 3],
    [4, 5],
    [1, 2],
    [5, 7],
    [0, 3],
  ] as const;
  for (const order of permutations(joins)) {
    expect(setsAfter(8, order)).toEqual([0, 0, 0, 0, 4, 4, 6, 4]);
    expect(
      setsAfter(
        8,
        order.map(([one, other]) => [other, one]),
      ),
    ).toEqual([0, 0, 0, 0, 4, 4, 6, 4]);
  }
});

test('sets that are joined by twos, fours and eights are one set, seen from any element', () => {
  const joins = [1, 2, 4, 8, 16].flatMap((step) =>
    Array.from({ length: 16 / step }, (_, pair) => [pair * 2 * step, pair * 2 * step + step] as const),
  );
  expect(setsAfter(32, joins)).toEqual(Array<number>(32).fill(0));
});

test('a long chain is one set, from whichever end it is joined', () => {
  const size = 100_000;
  const chain = Array.from({ length: size - 1 }, (_, element) => [element, element + 1] as const);
  expect(new Set(setsAfter(size, chain))).toEqual(new Set([0]));
  expect(new Set(setsAfter(size, chain.toReversed()))).toEqual(new Set([0]));
});
