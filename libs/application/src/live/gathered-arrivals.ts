import type { Linkedid } from '@callstitch/domain';
import type { CelArrival } from './cel-arrivals.js';

/** Who waits for an arrival to be worked off. */
export interface Waiter {
  readonly linkedids: readonly Linkedid[];
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** Arrivals that are worked off together. */
export interface Gathered {
  readonly linkedids: ReadonlySet<Linkedid>;
  readonly waiters: readonly Waiter[];
}

/** More conversations than this are not remembered by name: everything unread is looked at instead. */
const MOST_LINKEDIDS = 20_000;

/** Hears of arrivals. */
export interface GatheredEars {
  /** Something is there. */
  readonly onSome: () => void;
  /** Something is there of which it is not known what came. */
  readonly onUnknown: () => void;
}

/** Arrivals that nobody has worked off yet. While one batch is at work they gather here, each conversation once. */
export class GatheredArrivals {
  private readonly linkedids = new Set<Linkedid>();
  private named: Waiter[] = [];
  private unknown: Waiter[] | null = null;

  constructor(private readonly ears: GatheredEars) {}

  /** Settles when the arrival is worked off. */
  add({ linkedids }: CelArrival): Promise<void> {
    return new Promise((done, failed) => {
      const waiter = { linkedids: linkedids ?? [], done, failed };
      if (linkedids === null) this.addUnknown([waiter]);
      else this.putBack({ linkedids: new Set(linkedids), waiters: [waiter] });
    });
  }

  /** What was taken and could not be worked off. */
  putBack({ linkedids, waiters }: Gathered): void {
    for (const linkedid of linkedids) this.linkedids.add(linkedid);
    this.named.push(...waiters);
    if (this.linkedids.size > MOST_LINKEDIDS) {
      const { waiters: all } = this.takeNamed();
      this.addUnknown(all);
    }
    this.ears.onSome();
  }

  addUnknown(waiters: readonly Waiter[]): void {
    this.putBackUnknown(waiters);
    this.ears.onUnknown();
  }

  /** What was taken of which it is not known what came, and could not be worked off: nothing new. */
  putBackUnknown(waiters: readonly Waiter[]): void {
    this.unknown = [...(this.unknown ?? []), ...waiters];
    this.ears.onSome();
  }

  /** Conversations that wait. */
  get size(): number {
    return this.linkedids.size;
  }

  get hasUnknown(): boolean {
    return this.unknown !== null;
  }

  get hasSome(): boolean {
    return this.size > 0 || this.hasUnknown;
  }

  takeNamed(): Gathered {
    const taken = { linkedids: new Set(this.linkedids), waiters: this.named };
    this.linkedids.clear();
    this.named = [];
    return taken;
  }

  takeUnknown(): readonly Waiter[] {
    const taken = this.unknown ?? [];
    this.unknown = null;
    return taken;
  }

  /** Tells all who wait that nothing will come of it. */
  refuse(error: Error): void {
    for (const { failed } of [...this.takeNamed().waiters, ...this.takeUnknown()]) failed(error);
  }
}
