import type { Cel, Instant } from '@callstitch/domain';
import { isEar, parseChannelName } from './channel-name.js';
import type { Conversation } from './group-conversations.js';
import { linkRungLegs } from './link-rung-legs.js';
import type { Leg } from './leg.js';
import { cutLeg, interpret } from './interpret.js';
import type { LegDraft, ReplayDraft } from './replay-draft.js';
import type { AttendedTransfer, BlindTransfer, Forward, Music, Parking, Pickup, Sound } from './turn.js';

/** What a conversation's channels did, on one timeline; every list is in order of time. */
export interface Replay {
  readonly conversation: Conversation;
  /** Channels in order of their first row. */
  readonly legs: readonly Leg[];
  readonly startedAt: Instant;
  /** Time of the last row. */
  readonly endedAt: Instant;
  readonly blindTransfers: readonly BlindTransfer[];
  readonly attendedTransfers: readonly AttendedTransfer[];
  readonly pickups: readonly Pickup[];
  readonly forwards: readonly Forward[];
  readonly parkings: readonly Parking[];
  readonly music: readonly Music[];
  readonly sounds: readonly Sound[];
}

function newLeg(cel: Cel): LegDraft {
  const { technology, endpoint, half } = parseChannelName(cel.channelName);
  return {
    uniqueid: cel.uniqueid,
    channelName: cel.channelName,
    technology,
    endpoint,
    half,
    partner: null,
    ear: isEar(technology),
    // A channel made for another one inherits its linkedid (`channel_internal_api.c`); one that calls in is its own.
    origin: (cel.linkedid as string) === cel.uniqueid || cel.eventType !== 'CHAN_START' ? 'caller' : 'called',
    first: cel,
    last: cel,
    start: null,
    answer: null,
    hangup: null,
    end: null,
    identified: null,
    reidentified: null,
    runs: [],
    stays: [],
    rungBy: null,
    appDial2: false,
    openRun: null,
    openStay: null,
  };
}

/** Joins the halves of Local channels: their names differ in `;1` and `;2` only. */
function pairHalves(legs: readonly LegDraft[]): void {
  const halves = new Map<string, LegDraft>();
  for (const leg of legs) {
    if (leg.half === null) continue;
    const { base } = parseChannelName(leg.channelName);
    const other = halves.get(base);
    if (other === undefined || other.half === leg.half) {
      halves.set(base, leg);
      continue;
    }
    leg.partner = other;
    other.partner = leg;
  }
}

function settleOrigin(leg: LegDraft): void {
  if (leg.start === null) {
    // The beginning is missing: a channel that was called says so in its pseudo application.
    if (leg.last.appName.startsWith('AppDial') || leg.last.appName === 'AppQueue') leg.origin = 'called';
    return;
  }
  if (leg.origin === 'caller' && (leg.appDial2 || leg.half !== null)) leg.origin = 'originated';
}

/** Plays a conversation's rows once, in order; near-linear in their number. */
export function replay(conversation: Conversation): Replay {
  const { cels } = conversation;
  const first = cels[0] as Cel;
  const last = cels[cels.length - 1] as Cel;
  const draft: ReplayDraft = {
    legs: [],
    byUniqueid: new Map(),
    blindTransfers: [],
    attendedTransfers: [],
    pickups: [],
    forwards: [],
    parkings: [],
    music: [],
    sounds: [],
  };
  // Legs first, so that an event may name a channel whose first row comes a moment later.
  const legOf: LegDraft[] = [];
  let leg: LegDraft | undefined;
  for (const cel of cels) {
    if (leg?.uniqueid !== cel.uniqueid) leg = draft.byUniqueid.get(cel.uniqueid);
    if (leg === undefined) {
      leg = newLeg(cel);
      draft.byUniqueid.set(cel.uniqueid, leg);
      draft.legs.push(leg);
    }
    legOf.push(leg);
  }
  for (let index = 0; index < cels.length; index++) interpret(draft, legOf[index] as LegDraft, cels[index] as Cel);
  for (const played of draft.legs) {
    cutLeg(played, last.eventTime);
    settleOrigin(played);
  }
  pairHalves(draft.legs);
  linkRungLegs(draft.legs);
  for (const open of [...draft.music, ...draft.parkings]) if (open.until < open.from) open.until = last.eventTime;
  return { conversation, startedAt: first.eventTime, endedAt: last.eventTime, ...draft };
}
