import type { Cel } from '@callstitch/domain';
import { aCall, momentOf } from '../testing/a-call.js';
import { generateOptions } from '../testing/generate-options.js';
import { liveClaimsContract } from '../testing/live-claims-contract.js';
import type { LiveSubject } from '../testing/live-generation-contract.js';
import { liveGenerationContract, startLive } from '../testing/live-generation-contract.js';
import { MemoryCallLogBook } from '../testing/memory-call-log-book.js';
import { MemoryCelStore } from '../testing/memory-cel-store.js';
import { MemoryLiveClaims } from '../testing/memory-live-claims.js';
import { untilEnded } from '../testing/pause-on-test.js';

const subject = (cels: readonly Cel[], book = new MemoryCallLogBook()) => ({
  store: new MemoryCelStore(cels),
  book,
  claims: new MemoryLiveClaims(),
});

describe('in memory', () => {
  liveGenerationContract((cels) => Promise.resolve<LiveSubject>(subject(cels)), { test, expect });
  liveClaimsContract(
    () => {
      const claims = new MemoryLiveClaims();
      return Promise.resolve({ one: claims, other: claims });
    },
    { test, expect },
  );
});

/** A book whose writes wait, or fail, as long as somebody wants it. */
class SlowBook extends MemoryCallLogBook {
  gate: Promise<unknown> = Promise.resolve();
  failures = 0;
  readonly sizes: number[] = [];

  override async write(...args: Parameters<MemoryCallLogBook['write']>): ReturnType<MemoryCallLogBook['write']> {
    await this.gate;
    if (this.failures-- > 0) throw new Error('the database is away');
    this.sizes.push(args[0].outcomes.length);
    return super.write(...args);
  }
}

function gate(): { readonly closed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { closed, open };
}

const calls = (count: number): readonly (readonly Cel[])[] =>
  Array.from({ length: count }, (_none, index) => aCall(`call-${index}`, { firstId: 1 + 4 * index }));

test('what comes while a batch is at work is told in one batch after it', async () => {
  const book = new SlowBook();
  const own = subject([], book);
  const { live, arrivals } = startLive(own);
  await arrivals.comeUnknown();
  const { closed, open } = gate();
  book.gate = closed;
  const all = calls(20);
  await own.store.put(all.flat());
  const first = arrivals.come('call-0');
  // The first batch is at the gate when nothing waits any more.
  while (live.state().waitingConversations > 0) await Promise.resolve();
  const others = all.slice(1).map((_cels, index) => arrivals.come(`call-${index + 1}`));
  open();
  await Promise.all([first, ...others]);
  expect(book.sizes).toEqual([1, 19]);
  await live.stop();
});

test('a failure is tried again after 1, 2, 4 … 32 seconds, and nothing that came is lost', async () => {
  const book = new SlowBook();
  book.failures = 7;
  const own = subject(aCall('a', { firstId: 1 }), book);
  const troubles: string[] = [];
  const { live, arrivals, pauses } = startLive(own, { onTrouble: ({ name, message }) => troubles.push(`${name}: ${message}`) });
  await arrivals.come('a');
  expect(pauses.asked.filter((milliseconds) => milliseconds >= 1_000 && milliseconds < 40_000)).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 32_000,
  ]);
  expect(troubles).toEqual(['generation: the database is away']);
  expect(live.state().lastFailure).toEqual({ at: momentOf(3600), message: 'the database is away' });
  expect((await book.all()).length).toBe(1);
  await live.stop();
});

test('a database that is back while the work still fails on it is used at once', async () => {
  const book = new SlowBook();
  book.failures = 1;
  const { closed, open } = gate();
  book.gate = closed;
  const { live, arrivals } = startLive(subject(aCall('a', { firstId: 1 }), book), {
    // A wait after a failure never ends by itself.
    beginWait: (milliseconds) => (milliseconds === 1_000 ? untilEnded() : { over: Promise.resolve(), end: () => undefined }),
  });
  while (!live.state().isCatchingUp) await new Promise((resolve) => setImmediate(resolve));
  const back = arrivals.comeUnknown();
  open();
  await back;
  expect((await book.all()).length).toBe(1);
  await live.stop();
});

test('while it fails it says so', async () => {
  const book = new SlowBook();
  book.failures = Infinity;
  const { live } = startLive(subject(aCall('a', { firstId: 1 }), book), { beginWait: untilEnded });
  while (live.state().state !== 'failing') await new Promise((resolve) => setImmediate(resolve));
  await live.stop();
  expect(live.state().state).toBe('stopped');
});

test('who stops it waits for the batch at work; what is not told then is refused, so that it is delivered again', async () => {
  const book = new SlowBook();
  const own = subject([], book);
  const { live, arrivals } = startLive(own);
  await arrivals.comeUnknown();
  const { closed, open } = gate();
  book.gate = closed;
  await own.store.put(calls(2).flat());
  const first = arrivals.come('call-0');
  while (live.state().waitingConversations > 0) await Promise.resolve();
  const second = arrivals.come('call-1');
  second.catch(() => undefined);
  const stopped = live.stop();
  open();
  await stopped;
  await expect(first).resolves.toBeUndefined();
  await expect(second).rejects.toThrow('stopped');
  await expect(arrivals.come('call-1')).rejects.toThrow('stopped');
  expect((await book.all()).map(({ source }) => source.number)).toEqual(['call-0']);
});

test('conversations that end are not kept waiting by what there is to catch up on', async () => {
  const book = new SlowBook();
  // More than one piece of what was missed.
  const own = subject(calls(1_200).flat(), book);
  const { closed, open } = gate();
  book.gate = closed;
  const { live, arrivals } = startLive(own);
  await own.store.put(aCall('now', { firstId: 10_001 }));
  const now = arrivals.come('now');
  open();
  await now;
  expect(live.state().isCatchingUp).toBe(true);
  await arrivals.comeUnknown();
  expect((await book.all()).length).toBe(1_201);
  await live.stop();
});

test('more arrivals than can be remembered become a look at everything unread', async () => {
  const own = subject(calls(3).flat());
  const { live, arrivals } = startLive(own);
  await arrivals.come(...Array.from({ length: 20_001 }, (_none, index) => `call-${index}`));
  expect((await own.book.all()).length).toBe(3);
  await live.stop();
});

test('everything unread is looked at from time to time', async () => {
  const own = subject([]);
  let now = momentOf(3_600);
  let rest = (): void => undefined;
  const rested = new Promise<void>((resolve) => (rest = resolve));
  let looks = 0;
  const { live } = startLive(own, {
    now: () => now,
    // Nobody tells of anything: only time passes.
    beginWait(milliseconds) {
      if (++looks > 3) {
        rest();
        return untilEnded();
      }
      now = momentOf(3_600 + (looks * milliseconds) / 1_000);
      return { over: own.store.put(aCall(`silent-${looks}`, { firstId: 100 * looks })), end: () => undefined };
    },
  });
  await rested;
  expect((await own.book.all()).length).toBeGreaterThanOrEqual(2);
  await live.stop();
});

test('arrivals are counted by name', async () => {
  const own = subject(aCall('a', { firstId: 1 }));
  const { live, arrivals } = startLive(own);
  await arrivals.come('a');
  await arrivals.comeUnknown();
  expect(live.state().arrivals).toEqual({ test: 2 });
  await live.stop();
});

test('it asks for each batch how to generate, so that a changed directory is used soon', async () => {
  const own = subject(aCall('a', { firstId: 1 }));
  let asked = 0;
  const { live, arrivals } = startLive(own, {
    generation: () => {
      asked++;
      return Promise.resolve(generateOptions(own.store, own.book));
    },
  });
  await arrivals.comeUnknown();
  const before = asked;
  await own.store.put(aCall('b', { firstId: 5 }));
  await arrivals.come('b');
  expect(asked).toBeGreaterThan(before);
  await live.stop();
});
