import { untilEnded } from '../testing/pause-on-test.js';
import { Waits } from './waits.js';

/** Waits that no time ends. */
function endless() {
  const begun: number[] = [];
  const begin = (milliseconds: number) => {
    begun.push(milliseconds);
    return untilEnded();
  };
  return { begun, begin };
}

test('all waits that are open end together, and later ones begin anew', async () => {
  const { begun, begin } = endless();
  const waits = new Waits(begin);
  const first = [waits.wait(1), waits.wait(2)];
  waits.end();
  await Promise.all(first);
  let isOver = false;
  const next = waits.wait(3).then(() => (isOver = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect({ isOver, begun }).toEqual({ isOver: false, begun: [1, 2, 3] });
  waits.end();
  await next;
});

test('who stops ends what is open, and nobody waits any more', async () => {
  const { begun, begin } = endless();
  const waits = new Waits(begin);
  const open = waits.wait(1);
  waits.stop();
  await open;
  await waits.wait(2);
  expect(begun).toEqual([1]);
});
