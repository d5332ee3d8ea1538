import type { Cel, Uniqueid } from '@callstitch/domain';

export type Role = 'source' | 'destination';

/** A channel that started, with its part in the call. */
export interface Channel {
  readonly uniqueid: Uniqueid;
  readonly name: string;
  readonly role: Role;
  /** Spoke with somebody: it or its peer entered a bridge. */
  answered: boolean;
}

/** Channels by uniqueid, in order of their start: names may change during a call, uniqueids do not. */
export class ChannelTable {
  readonly #channels = new Map<Uniqueid, Channel>();
  readonly #byName = new Map<string, Channel[]>();

  add({ uniqueid, channelName }: Cel, role: Role): void {
    if (this.#channels.has(uniqueid)) return;
    const channel: Channel = { uniqueid, name: channelName, role, answered: false };
    this.#channels.set(uniqueid, channel);
    const namesakes = this.#byName.get(channelName);
    if (namesakes === undefined) this.#byName.set(channelName, [channel]);
    else namesakes.push(channel);
  }

  get(uniqueid: Uniqueid): Channel | null {
    return this.#channels.get(uniqueid) ?? null;
  }

  all(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  answer(uniqueid: Uniqueid): void {
    const channel = this.#channels.get(uniqueid);
    if (channel !== undefined) channel.answered = true;
  }

  /** Marks the channels of a `peer` column, names separated by commas. */
  answerNamed(peer: string): void {
    for (const name of peer.split(',')) for (const channel of this.#byName.get(name.trim()) ?? []) channel.answered = true;
  }
}
