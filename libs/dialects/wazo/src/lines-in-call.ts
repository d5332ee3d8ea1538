import type { Directory, DirectoryEntry } from '@callstitch/domain';
import type { Channel } from './channel-table.js';
import { lineName } from './line-name.js';

/** A channel with the person of the directory behind its line. */
export interface LineInCall {
  readonly channel: Channel;
  readonly entry: DirectoryEntry & { readonly userUuid: string };
}

/** Of several channels of one line: the one that spoke, else the most recent, which has the greatest name. */
function isBetter(channel: Channel, other: Channel): boolean {
  return channel.answered === other.answered ? channel.name > other.name : channel.answered;
}

/** Each line once, whatever the parts of its channels; a channel that names no line stands for itself. */
function distinct(channels: readonly Channel[]): readonly Channel[] {
  const best = new Map<string, Channel>();
  for (const channel of channels) {
    const line = lineName(channel.name);
    const key = line === null ? channel.name : `${line.protocol}/${line.name}`;
    const other = best.get(key);
    if (other === undefined || isBetter(channel, other)) best.set(key, channel);
  }
  const kept = new Set(best.values());
  return channels.filter((channel) => kept.has(channel));
}

/** The people whose lines were in a call, in the order in which those lines came in. */
export function linesInCall(channels: readonly Channel[], directory: Directory | null): readonly LineInCall[] {
  if (directory === null) return [];
  return distinct(channels).flatMap((channel) => {
    const line = lineName(channel.name);
    if (line === null || line.protocol.toLowerCase() === 'local') return [];
    const entry = directory.byEndpoint(line.name);
    return entry === null || entry.userUuid === null ? [] : [{ channel, entry: { ...entry, userUuid: entry.userUuid } }];
  });
}
