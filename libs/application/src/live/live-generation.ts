import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { Generated } from '../generate/generate-options.js';
import { backOffSeconds } from './back-off.js';
import { catchUp } from './catch-up.js';
import { GatheredArrivals } from './gathered-arrivals.js';
import type { LiveOptions } from './live-options.js';
import type { LiveState } from './live-state.js';
import { tellGathered } from './tell-gathered.js';
import { Waits } from './waits.js';

/** Live generation that runs. */
export interface LiveGeneration {
  state(): LiveState;
  /** Finishes the batch at work, and settles. */
  stop(): Promise<void>;
}

/** Ends that come together are told together: fewer transactions, and a call with several linkedids is told once. */
const GATHER_MS = 20;

/**
 * Generates call logs as their CELs come, until it is stopped.
 *
 * Begins with what was missed. Then one batch follows another; while one is at work, arrivals gather. After a failure it
 * waits and tries again, for ever: an arrival is forgotten only when its rows are read.
 */
export function liveGeneration(options: LiveOptions): LiveGeneration {
  const { arrivals, now, beginWait, onTrouble = () => undefined } = options;
  const pauses = new Waits(beginWait);
  const untilSome = new Waits(beginWait);
  const untilUnknown = new Waits(beginWait);
  let unknownArrivals = 0;
  const gathered = new GatheredArrivals({
    onSome: untilSome.end,
    onUnknown() {
      unknownArrivals++;
      untilUnknown.end();
    },
  });
  const heard = new Map(arrivals.map(({ name }) => [name, 0]));
  const tally = { calls: 0, batches: 0, lastWorkedAt: null as Instant | null, lastFailure: null as LiveState['lastFailure'] };
  let state: LiveState['state'] = 'waiting';
  let isCatchingUp = false;
  let isStopped = false;
  let stopNow = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stopNow = resolve));
  const lifetime = { stopped, isStopped: () => isStopped, pause: pauses.wait, onTrouble };

  const listening = arrivals.map((source) =>
    source.listen((arrival) => {
      heard.set(source.name, (heard.get(source.name) ?? 0) + 1);
      return isStopped ? Promise.reject(notAnyMore()) : gathered.add(arrival);
    }, lifetime),
  );

  const onBatch = ({ created, updated, batches }: Generated): void => {
    tally.calls += created + updated;
    tally.batches += batches;
    tally.lastWorkedAt = now();
  };
  const work = { ...options, gathered, onBatch, isStopped: () => isStopped };

  async function lookAtEverything(): Promise<void> {
    const waiters = gathered.takeUnknown();
    isCatchingUp = true;
    try {
      await catchUp(work);
    } catch (error) {
      gathered.putBackUnknown(waiters);
      throw error;
    } finally {
      isCatchingUp = false;
    }
    if (isStopped) gathered.addUnknown(waiters);
    else for (const { done } of waiters) done();
  }

  async function run(): Promise<void> {
    let failures = 0;
    let nextLook = now();
    while (!isStopped) {
      // From before the work on: the database may be back before it is known that the work failed.
      const before = unknownArrivals;
      try {
        if (gathered.size > 0) await tellGathered(work);
        if (gathered.hasUnknown || now() >= nextLook) {
          state = 'working';
          await lookAtEverything();
          nextLook = secondsAfter(now(), options.silenceCheckSeconds);
        }
        failures = 0;
        state = 'waiting';
      } catch (error) {
        failures++;
        state = 'failing';
        const message = error instanceof Error ? error.message : String(error);
        tally.lastFailure = { at: now(), message };
        if (failures === 1) onTrouble({ name: 'generation', message });
        // Who lost the database says when it is back.
        if (unknownArrivals === before) await untilUnknown.wait(MS_PER_SECOND * backOffSeconds(failures));
        continue;
      }
      const untilLook = Math.max(0, (nextLook - now()) / MICROSECONDS_PER_MS);
      if (!gathered.hasSome) await untilSome.wait(untilLook);
      if (gathered.hasSome) {
        state = 'working';
        await pauses.wait(GATHER_MS);
      }
    }
  }

  const running = run();
  return {
    state: () => ({
      ...{ state, isCatchingUp, ...tally },
      waitingConversations: gathered.size,
      arrivals: Object.fromEntries(heard),
    }),
    async stop() {
      isStopped = true;
      for (const waits of [pauses, untilSome, untilUnknown]) waits.stop();
      stopNow();
      await running;
      gathered.refuse(notAnyMore());
      await Promise.all(listening);
      state = 'stopped';
    },
  };
}

const MS_PER_SECOND = 1_000;
const MICROSECONDS_PER_MS = 1_000;

function notAnyMore(): Error {
  return new Error('Live generation is stopped; the next start reads what is unread.');
}
