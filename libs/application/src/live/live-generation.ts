import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { Generated, GenerateOptions } from '../generate/generate-call-logs.js';
import { backOffSeconds } from './back-off.js';
import { catchUp } from './catch-up.js';
import type { ArrivalTrouble, CelArrivals } from './cel-arrivals.js';
import { GatheredArrivals } from './gathered-arrivals.js';
import type { LiveClaims } from './live-claims.js';
import type { LiveState } from './live-state.js';
import { tellGathered } from './tell-gathered.js';

export interface LiveOptions {
  readonly arrivals: readonly CelArrivals[];
  readonly claims: LiveClaims;
  /** How to generate just now: asked before each batch, so that a changed directory is used soon. */
  readonly generation: () => Promise<GenerateOptions>;
  readonly now: () => Instant;
  /** Settles after so many milliseconds, or as soon as `until` does. */
  readonly pause: (milliseconds: number, until: Promise<unknown>) => Promise<void>;
  /** How often everything unread is looked at, and silent conversations are closed. */
  readonly silenceCheckSeconds: number;
  readonly onTrouble?: (trouble: ArrivalTrouble) => void;
}

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
  const { arrivals, now, pause, onTrouble = () => undefined } = options;
  const gathered = new GatheredArrivals();
  const heard = new Map(arrivals.map(({ name }) => [name, 0]));
  const tally = { calls: 0, batches: 0, lastWorkedAt: null as Instant | null, lastFailure: null as LiveState['lastFailure'] };
  let state: LiveState['state'] = 'waiting';
  let isCatchingUp = false;
  let isStopped = false;
  let stopNow = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stopNow = resolve));
  const lifetime = { stopped, isStopped: () => isStopped, onTrouble };

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
      const isBack = gathered.nextUnknown();
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
        await pause(MS_PER_SECOND * backOffSeconds(failures), Promise.race([stopped, isBack]));
        continue;
      }
      const untilLook = Math.max(0, (nextLook - now()) / MICROSECONDS_PER_MS);
      await pause(untilLook, Promise.race([stopped, gathered.some]));
      if (gathered.size > 0 || gathered.hasUnknown) {
        state = 'working';
        await pause(GATHER_MS, stopped);
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
