import type { CelArrival, CelArrivals } from '../live/cel-arrivals.js';
import { lifetimeOnTest } from './lifetime-on-test.js';

/** Hears what arrivals tell, one after the other, for specs. */
export class HeardArrivals {
  private readonly heard: CelArrival[] = [];
  private next = (): void => undefined;
  private readonly stop: () => void;
  private readonly listening: Promise<void>;
  readonly troubles: string[] = [];
  private onTrouble = (): void => undefined;

  /** `answer` decides what becomes of an arrival; it is worked off unless said otherwise. */
  constructor(arrivals: CelArrivals, answer: (arrival: CelArrival) => Promise<void> = () => Promise.resolve()) {
    const { lifetime, end } = lifetimeOnTest();
    this.stop = end;
    this.listening = arrivals.listen(
      (arrival) => {
        this.heard.push(arrival);
        this.next();
        return answer(arrival);
      },
      {
        ...lifetime,
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
