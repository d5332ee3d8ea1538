import type { Cel, Uniqueid } from '@callstitch/domain';
import { eventName } from './event-name.js';

/** Rows of the channel that called, and of those that were called; channels whose start is missing say nothing. */
export interface Sides {
  readonly caller: readonly Cel[];
  readonly callees: readonly Cel[];
}

/** Channels that started, in that order. */
export function startedChannels(cels: readonly Cel[]): readonly Cel[] {
  const seen = new Set<Uniqueid>();
  return cels.filter((cel) => {
    if (cel.eventType !== 'CHAN_START' || seen.has(cel.uniqueid)) return false;
    seen.add(cel.uniqueid);
    return true;
  });
}

/** Divides rows by who called: the first channel to start. Null when none starts. */
export function sidesOf(cels: readonly Cel[]): Sides | null {
  const [first, ...others] = startedChannels(cels);
  if (first === undefined) return null;
  const called = new Set(others.map(({ uniqueid }) => uniqueid));
  return {
    caller: cels.filter(({ uniqueid }) => uniqueid === first.uniqueid),
    callees: cels.filter(({ uniqueid }) => called.has(uniqueid)),
  };
}

/** What a channel does or is told by the dialplan; the rest (streams, digits, optimisation) may come at any time. */
const DEEDS = /^(?:ANSWER|APP_START|BRIDGE_ENTER|BRIDGE_START|HANGUP|CHAN_END|WAZO_.*|XIVO_.*)$/;

/**
 * Whether a call was set up through a pair of Local channels (click-to-call): it begins with both halves, and the first
 * one is answered before anything else. A Local channel that runs an application first is part of a dialplan.
 */
export function isOriginate(cels: readonly Cel[]): boolean {
  const starts = cels.filter(({ eventType }) => eventType === 'CHAN_START').slice(0, 2);
  if (starts.length < 2 || !starts.every(({ channelName }) => /^local\//i.test(channelName))) return false;
  if (new Set(cels.map(({ uniqueid }) => uniqueid)).size < 3) return false;
  const [first, ...rows] = cels.filter(({ uniqueid }) => uniqueid === cels[0]?.uniqueid);
  return first?.eventType === 'CHAN_START' && rows.find((cel) => DEEDS.test(eventName(cel)))?.eventType === 'ANSWER';
}
