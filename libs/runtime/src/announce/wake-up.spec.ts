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
