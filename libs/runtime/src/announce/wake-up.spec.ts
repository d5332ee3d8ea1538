import { WakeUp } from './wake-up.js';

test('who is woken before it waits does not wait', async () => {
  const wakeUp = new WakeUp();
  const [one, two] = [wakeUp.waiter(), wakeUp.waiter()];
  wakeUp.wake();
  await Promise.all([one.wait(), two.wait()]);
});

test('a pause is ended by nothing but the stop', async () => {
  const wakeUp = new WakeUp();
  const ended: string[] = [];
  const pause = wakeUp
    .waiter()
    .pause(3_600)
    .then(() => ended.push('pause'));
  const wait = wakeUp
    .waiter()
    .wait()
    .then(() => ended.push('wait'));
  wakeUp.wake();
  await wait;
  wakeUp.stop();
  await pause;
  expect(ended).toEqual(['wait', 'pause']);
  await wakeUp.waiter().pause(3_600);
});

test('a pause ends when what it waits for is back, also when that came before the pause', async () => {
  const wakeUp = new WakeUp();
  let back = (): void => undefined;
  const waiter = wakeUp.waiter();
  const pause = waiter.pause(3_600, new Promise<void>((resolve) => (back = resolve)));
  back();
  await pause;
  await waiter.pause(3_600, Promise.resolve());
});
