import type { Cel } from '@callstitch/domain';
import type { Dice } from '../dice.js';
import type { Channel, Link } from '../script/channel.js';
import { MinHeap } from './min-heap.js';

/** Rows of different channels reach Asterisk's CEL engine on different ways; the slowest takes so long. */
const SLOWEST_MICROSECONDS = 10_900;

/** A row whose id is its place in the order of writing, which is not known yet. */
export interface UnwrittenCel extends Omit<Cel, 'id'> {
  id: number;
}

/**
 * The order in which Asterisk writes: that of time, but for different channels up to 11 ms out of it.
 *
 * Rows of one channel keep their order, those of one instant stay together, and LINKEDID_END comes last of its linkedid.
 */
export class WriteOrder {
  readonly #waiting = new MinHeap<UnwrittenCel>();

  constructor(private readonly dice: Dice) {}

  put(cel: UnwrittenCel, channel: Channel, link: Link): void {
    let key = channel.writtenAt;
    if (channel.lastRowAt !== cel.eventTime) key = Math.max(key, cel.eventTime + this.#delay());
    if (cel.eventType === 'LINKEDID_END') key = Math.max(key, link.writtenAt);
    channel.lastRowAt = cel.eventTime;
    channel.writtenAt = key;
    link.writtenAt = Math.max(key, link.writtenAt);
    this.#waiting.push(key, cel);
  }

  /** The rows that nothing can come before any more, when no row is older than this. */
  *until(time: number): Generator<UnwrittenCel> {
    while (this.#waiting.size > 0 && this.#waiting.least <= time) yield this.#waiting.pop()!;
  }

  #delay(): number {
    if (!this.dice.chance(0.02)) return this.dice.between(0, 40);
    const slow = this.dice.fraction();
    return slow ** 3 * SLOWEST_MICROSECONDS;
  }
}
