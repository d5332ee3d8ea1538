import type { Linkedid } from '@callstitch/domain';
import type { CelArrivals, HearArrival, Lifetime } from '../live/cel-arrivals.js';

/** Arrivals that a spec tells of. */
export class ArrivalsOnTest implements CelArrivals {
  private hear: HearArrival = () => Promise.reject(new Error('nobody listens'));

  constructor(readonly name = 'test') {}

  listen(hear: HearArrival, { stopped }: Lifetime): Promise<void> {
    this.hear = hear;
    return stopped;
  }

  /** Settles when the arrival is worked off. */
  come(...names: readonly string[]): Promise<void> {
    return this.hear({ linkedids: names as readonly Linkedid[] });
  }

  /** Something came, and it is not known what. */
  comeUnknown(): Promise<void> {
    return this.hear({ linkedids: null });
  }
}
