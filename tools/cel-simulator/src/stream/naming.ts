import type { Channel } from '../script/channel.js';
import type { Names } from '../script/planned.js';

/** Counts channels as a running Asterisk does: uniqueids with one counter, names with one for each technology. */
export class Naming {
  #channels = 0;
  readonly #series = { PJSIP: 0, Local: 0, CBRec: 0 };

  /** The names of one call's channels, which began so many microseconds after the epoch. */
  of(startedAt: number): Names {
    return {
      name: (channel) => (channel.name === '' ? this.#name(channel, startedAt) : channel.name),
      uniqueid: (channel) => (channel.uniqueid === '' ? this.#uniqueid(channel, startedAt) : channel.uniqueid),
    };
  }

  #uniqueid(channel: Channel, startedAt: number): string {
    channel.uniqueid = `${Math.floor((startedAt + channel.bornAt) / 1_000_000)}.${this.#channels++}`;
    return channel.uniqueid;
  }

  #name(channel: Channel, startedAt: number): string {
    const { twin, prefix, half, series } = channel;
    if (twin !== null) {
      // Both halves bear one number, so the second takes that of the first.
      const first = twin.name === '' ? this.#name(twin, startedAt) : twin.name;
      channel.name = `${first.slice(0, -2)}${half}`;
    } else channel.name = `${prefix}-${(this.#series[series]++).toString(16).padStart(8, '0')}${half}`;
    return channel.name;
  }
}
