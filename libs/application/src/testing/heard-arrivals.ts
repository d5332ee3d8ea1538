import type { CelArrival, CelArrivals } from '../live/cel-arrivals.js';
import { Waits } from '../live/waits.js';
import { beginWait } from './begin-wait.js';

/** Hears what arrivals tell, one after the other, for specs. */
export class HeardArrivals {
  private readonly heard: CelArrival[] = [];
  private next = (): void => undefined;
  private stop = (): void => undefined;
  private readonly listening: Promise<void>;
  readonly troubles: string[] = [];
  private onTrouble = (): void => undefined;

  /** `answer` decides what becomes of an arrival; it is worked off unless said otherwise. */
  constructor(arrivals: CelArrivals, answer: (arrival: CelArrival) => Promise<void> = () => Promise.resolve()) {
    let isStopped = false;
    let settle = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (settle = resolve));
    const pauses = new Waits(beginWait);
    this.stop = () => {
      isStopped = true;
      pauses.stop();
      settle();
    };
    this.listening = arrivals.listen(
      (arrival) => {
        this.heard.push(arrival);
        this.next();
        return answer(arrival);
      },
      {
        stopped,
        isStopped: () => isStopped,
        pause: pauses.wait,
        onTrouble: ({ message }) => {
          this.troubles.push(message);
          this.onTrouble();
        },
      },
    );
  }

  /** The linkedids of the next arrival; waits for it. */
  async nextArrival(): Promise<readonly string[] | null> {
    while (this.heard.length === 0) await new Promise<void>((resolve) => (this.next = resolve));
    return (this.heard.shift() as CelArrival).linkedids;
  }

  /** Settles when so many troubles were told of. */
  async untilTroubles(count: number): Promise<readonly string[]> {
    while (this.troubles.length < count) await new Promise<void>((resolve) => (this.onTrouble = resolve));
    return this.troubles;
  }

  get waiting(): number {
    return this.heard.length;
  }

  /** Settles only if the listener does. */
  end(): Promise<void> {
    this.stop();
    return this.listening;
  }
}
