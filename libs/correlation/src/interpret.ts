import type { Cel, Instant } from '@callstitch/domain';
import { extraText } from '@callstitch/domain';
import type { LegDraft, ReplayDraft, StayDraft } from './replay-draft.js';

type Interpret = (replay: ReplayDraft, leg: LegDraft, cel: Cel) => void;

/** Marks a span that has not ended yet: its end lies before its beginning. */
const STILL_OPEN = -1 as Instant;

function closeRun(leg: LegDraft, at: Instant): void {
  if (leg.openRun !== null) leg.openRun.until = at;
  leg.openRun = null;
}

function closeStay(leg: LegDraft, at: Instant, exit: Cel | null): void {
  if (leg.openStay !== null) {
    leg.openStay.until = at;
    leg.openStay.exit = exit;
  }
  leg.openStay = null;
}

/** Ends what is still open on a channel that is gone. */
function closeLeg(leg: LegDraft, at: Instant): void {
  closeRun(leg, at);
  closeStay(leg, at, null);
}

/** Ends what is still open on a channel of which nothing more is known; who was bridged at the last row was so for a microsecond at least. */
export function cutLeg(leg: LegDraft, lastRowAt: Instant): void {
  closeRun(leg, lastRowAt);
  closeStay(leg, (lastRowAt + 1) as Instant, null);
}

/** What a called channel shows as its application; with every application tracked they start and never end. */
const PSEUDO_APPS: ReadonlySet<string> = new Set(['appdial', 'appdial2', 'appqueue']);

function startRun(leg: LegDraft, cel: Cel): void {
  const app = cel.appName.toLowerCase();
  if (PSEUDO_APPS.has(app)) return;
  if (leg.openRun !== null && leg.openRun.app === app && leg.openRun.data === cel.appData) return;
  closeRun(leg, cel.eventTime);
  leg.openRun = {
    leg,
    app,
    data: cel.appData,
    lastData: cel.appData,
    start: cel,
    from: cel.eventTime,
    until: STILL_OPEN,
    rang: [],
  };
  leg.runs.push(leg.openRun);
}

function openStay(leg: LegDraft, cel: Cel, bridgeId: string, technology: string, from: Instant): StayDraft {
  const stay: StayDraft = {
    leg,
    bridgeId,
    from,
    until: STILL_OPEN,
    enter: cel,
    exit: null,
    run: leg.openRun,
    holding: technology === 'holding_bridge',
  };
  leg.stays.push(stay);
  return stay;
}

function enterBridge(leg: LegDraft, cel: Cel): void {
  const bridgeId = extraText(cel, 'bridge_id');
  if (bridgeId === '' || leg.openStay?.bridgeId === bridgeId) return;
  // A channel is in one bridge at a time: its exit from the other one is on its way.
  closeStay(leg, cel.eventTime, null);
  leg.openStay = openStay(leg, cel, bridgeId, extraText(cel, 'bridge_technology'), cel.eventTime);
}

function exitBridge(leg: LegDraft, cel: Cel): void {
  const bridgeId = extraText(cel, 'bridge_id');
  if (leg.openStay?.bridgeId === bridgeId) {
    closeStay(leg, cel.eventTime, cel);
    return;
  }
  if (bridgeId === '' || leg.openStay !== null) return;
  // A masquerade puts a channel into a bridge without an enter of its own: it is there since it runs what runs there.
  const previous = leg.stays[leg.stays.length - 1];
  if (previous?.bridgeId === bridgeId && previous.until === cel.eventTime) return;
  const since = Math.max(previous?.until ?? 0, leg.openRun?.from ?? leg.first.eventTime) as Instant;
  leg.openStay = openStay(leg, cel, bridgeId, extraText(cel, 'bridge_technology'), since);
  leg.openStay.enter = null;
  closeStay(leg, cel.eventTime, cel);
}

function beginStream(replay: ReplayDraft, leg: LegDraft, cel: Cel): void {
  if (cel.userDefType === 'MOH_STREAM_BEGIN') {
    replay.music.push({ leg, start: cel, from: cel.eventTime, until: STILL_OPEN });
  } else {
    const sound = extraText(cel, 'sound');
    if (sound !== '') replay.sounds.push({ leg, cel, sound });
  }
}

function endStream(replay: ReplayDraft, leg: LegDraft, cel: Cel): void {
  if (cel.userDefType !== 'MOH_STREAM_END') return;
  for (let index = replay.music.length - 1; index >= 0; index--) {
    const music = replay.music[index];
    if (music?.leg !== leg) continue;
    if (music.until === STILL_OPEN) music.until = cel.eventTime;
    return;
  }
}

function endPark(replay: ReplayDraft, leg: LegDraft, cel: Cel): void {
  for (let index = replay.parkings.length - 1; index >= 0; index--) {
    const parking = replay.parkings[index];
    if (parking?.leg !== leg) continue;
    if (parking.end !== null) return;
    parking.end = cel;
    parking.reason = extraText(cel, 'reason');
    parking.retriever = extraText(cel, 'retriever');
    parking.until = cel.eventTime;
    return;
  }
}

/** One small interpreter for each event that changes something; the others only prove that their channel lived. */
const interpreters: ReadonlyMap<string, Interpret> = new Map<string, Interpret>([
  ['CHAN_START', (_replay, leg, cel) => void (leg.start ??= cel)],
  ['ANSWER', (_replay, leg, cel) => void (leg.answer ??= cel)],
  [
    'HANGUP',
    (_replay, leg, cel) => {
      leg.hangup ??= cel;
      closeLeg(leg, cel.eventTime);
    },
  ],
  [
    'CHAN_END',
    (_replay, leg, cel) => {
      leg.end ??= cel;
      closeLeg(leg, cel.eventTime);
    },
  ],
  ['APP_START', (_replay, leg, cel) => startRun(leg, cel)],
  [
    'APP_END',
    (_replay, leg, cel) => {
      const run = leg.openRun;
      if (run === null || run.app !== cel.appName.toLowerCase()) return;
      run.lastData = cel.appData;
      closeRun(leg, cel.eventTime);
    },
  ],
  ['BRIDGE_ENTER', (_replay, leg, cel) => enterBridge(leg, cel)],
  ['BRIDGE_EXIT', (_replay, leg, cel) => exitBridge(leg, cel)],
  [
    'BLINDTRANSFER',
    (replay, leg, cel) => {
      replay.blindTransfers.push({
        cel,
        by: leg,
        transferee: replay.byUniqueid.get(extraText(cel, 'transferee_channel_uniqueid')) ?? null,
        extension: extraText(cel, 'extension'),
        context: extraText(cel, 'context'),
      });
    },
  ],
  [
    'ATTENDEDTRANSFER',
    (replay, leg, cel) => {
      const named = (key: string): LegDraft | null => replay.byUniqueid.get(extraText(cel, key)) ?? null;
      replay.attendedTransfers.push({
        cel,
        by: leg,
        second: named('channel2_uniqueid'),
        transferee: named('transferee_channel_uniqueid'),
        target: named('transfer_target_channel_uniqueid'),
        bridgeId: extraText(cel, 'bridge2_id'),
        app: extraText(cel, 'app'),
      });
    },
  ],
  [
    'PICKUP',
    (replay, leg, cel) => {
      const picker = replay.byUniqueid.get(extraText(cel, 'pickup_channel_uniqueid')) ?? null;
      replay.pickups.push({ cel, picked: leg, picker });
    },
  ],
  ['FORWARD', (replay, leg, cel) => void replay.forwards.push({ cel, leg, to: extraText(cel, 'forward') })],
  [
    'PARK_START',
    (replay, leg, cel) => {
      replay.parkings.push({
        start: cel,
        end: null,
        leg,
        lot: extraText(cel, 'parking_lot'),
        parker: extraText(cel, 'parker_dial_string'),
        reason: '',
        retriever: '',
        from: cel.eventTime,
        until: STILL_OPEN,
      });
    },
  ],
  ['PARK_END', endPark],
  ['STREAM_BEGIN', beginStream],
  ['STREAM_END', endStream],
]);

/** Lets one row change the draft. */
export function interpret(replay: ReplayDraft, leg: LegDraft, cel: Cel): void {
  leg.last = cel;
  if (cel.cidNum !== '') {
    leg.identified ??= cel;
    if (leg.reidentified === null && leg.start !== null && cel.cidNum !== leg.start.cidNum) leg.reidentified = cel;
  }
  if (cel.appName === 'AppDial2') leg.appDial2 = true;
  interpreters.get(cel.eventType)?.(replay, leg, cel);
}
