import type { Instant } from '@callstitch/domain';
import { backOffSeconds } from '../live/back-off.js';
import type { BeginWait } from '../live/waits.js';
import { Waits } from '../live/waits.js';
import type { BusEvent, BusEvents } from './bus-events.js';
import { readBusOrder } from './bus-order.js';
import type { BusWork } from './obey-bus.js';
import { obeyBus } from './obey-bus.js';

/** How the consumption of a bus stands. */
export interface BusState {
  readonly isConnected: boolean;
  /** Events whose work is done. */
  readonly done: number;
  /** Events that did not say what they must; skipped. */
  readonly malformed: number;
  /** Events whose work could not be done, ever. */
  readonly refused: number;
  /** Why the event at work does not go on, while it is tried again; null when it does. */
  readonly failure: { readonly at: Instant; readonly message: string } | null;
}

export interface ConsumeBusOptions {
  readonly events: BusEvents;
  readonly work: BusWork;
  readonly now: () => Instant;
  readonly beginWait: BeginWait;
  /** Hears, in a sentence, of what is wrong; of failures in a row the first. */
  readonly onTrouble: (message: string) => void;
}

/** Of a failure that no sentence of ours explains: a message that brings it about each time must not stop all others. */
const MOST_TRIES = 5;

/**
 * Does what a bus tells until it is stopped. What a database that is away keeps from being done is tried again for as long as it takes,
 * and stays on the bus meanwhile; what can never be done is said and left.
 */
export function consumeBus({ events, work, now, beginWait, onTrouble }: ConsumeBusOptions): { state(): BusState; stop(): Promise<void> } {
  const pauses = new Waits(beginWait);
  const counts = { done: 0, malformed: 0, refused: 0 };
  let failure: BusState['failure'] = null;
  let isStopped = false;
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const refuse = (sentence: string): void => {
    counts.refused++;
    onTrouble(sentence);
  };
  const take = async (event: BusEvent): Promise<void> => {
    const order = readBusOrder(event);
    if (order === null) {
      if (isWorthSaying(++counts.malformed)) onTrouble(malformedSentence(event, counts.malformed));
      return;
    }
    for (let tries = 1; ; tries++) {
      try {
        const sentence = await obeyBus(order, work);
        failure = null;
        if (sentence === null) counts.done++;
        else refuse(sentence);
        return;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (isFinal(error, tries)) {
          failure = null;
          refuse(`The event ${event.name} is left: ${message}`);
          return;
        }
        if (failure === null) onTrouble(`The event ${event.name} waits: ${message}`);
        failure = { at: now(), message };
        await pauses.wait(1_000 * backOffSeconds(tries));
        if (isStopped) throw error;
      }
    }
  };
  const listening = events.listen(take, { stopped, isStopped: () => isStopped, pause: pauses.wait, onTrouble });
  return {
    state: () => ({ isConnected: events.isConnected(), ...counts, failure }),
    stop() {
      isStopped = true;
      pauses.stop();
      stop();
      return listening;
    },
  };
}

/** Our own errors say what a person must do first, but for the master tenant, which is never removed. */
function isFinal(error: unknown, tries: number): boolean {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'TENANT_IN_USE') return true;
  return !(error instanceof Error && error.name === 'CallstitchError') && tries >= MOST_TRIES;
}

/** The 1st, 10th, 100th … */
function isWorthSaying(count: number): boolean {
  return /^10*$/.test(String(count));
}

function malformedSentence({ name }: BusEvent, count: number): string {
  const what = count === 1 ? 'An event does' : `${count} events so far do`;
  return `${what} not say what it must${name === '' ? '' : ` (the last is a ${name})`}; skipped.`;
}
