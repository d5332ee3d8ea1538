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

  add({ uniqueid, channelName }: Cel, role: Role): void {
    if (!this.#channels.has(uniqueid)) this.#channels.set(uniqueid, { uniqueid, name: channelName, role, answered: false });
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
    const names = new Set(peer.split(',').map((name) => name.trim()));
    for (const channel of this.#channels.values()) if (names.has(channel.name)) channel.answered = true;
  }
}
