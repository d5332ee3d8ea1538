import type { Cel } from '@callstitch/domain';
import { announceDestination } from './announced-destination.js';
import { findRequestedInternal } from './caller-rules.js';
import type { Rule } from './caller-rules.js';
import type { Draft } from './draft.js';
import { deviceLine, lineIdentity, wokenLine } from './line-name.js';
import { noteVoicemail } from './voicemail-run.js';

/**
 * A device is reached when it enters a bridge, and again when a transfer brings it into another call. Who enters a bridge
 * again in the same call was transferred, and is now the one who waits for somebody.
 */
function noteReached(draft: Draft, cel: Cel): void {
  const { uniqueid, linkedid, channelName } = cel;
  if (channelName.startsWith('Local/')) return;
  if (draft.linkedidsInBridge.get(uniqueid) !== linkedid) draft.lastDeviceInBridge = cel;
  draft.linkedidsInBridge.set(uniqueid, linkedid);
}

/** The device of a mobile that was woken: it is the destination, whatever enters a bridge before it. */
function registerMobile(draft: Draft, cel: Cel, line: string): void {
  draft.mobilesAwaited.delete(line);
  draft.firstBridgeIsDue = false;
  if (!draft.authoritative) {
    draft.find('destinationNumber', cel.cidNum, cel);
    draft.find('destinationName', cel.cidName, cel);
  }
  draft.find('destinationInternalNumber', cel.cidNum, cel);
  draft.find('destinationInternalContext', cel.context, cel);
}

const enterBridge: Rule = (draft, cel) => {
  draft.channels.answer(cel.uniqueid);
  noteReached(draft, cel);
  if (draft.firstBridgeIsDue && (!draft.authoritative || draft.forwarded)) {
    draft.firstBridgeIsDue = false;
    if (cel.cidNum !== '' && cel.cidNum !== 's') draft.find('destinationNumber', cel.cidNum, cel);
    draft.find('destinationName', cel.cidName, cel);
  }
  if (cel.peer === '') return;
  draft.channels.answerNamed(cel.peer);
  if (draft.authoritative) return;
  const { cidName = '', cidNum = '' } = draft.callerIdsAtStart.get(cel.uniqueid) ?? {};
  if (cidName !== '') draft.find('destinationName', cidName, cel);
  if (cidNum === '') return;
  draft.find('destinationNumber', cidNum, cel);
  draft.find('destinationInternalNumber', cidNum, cel);
};

/** Events of the channels that were called. They are read after all of the caller's, so the direction is settled. */
export const CALLEE_RULES: Readonly<Record<string, Rule>> = {
  CHAN_START(draft, cel) {
    draft.channels.add(cel, 'destination');
    draft.callerIdsAtStart.set(cel.uniqueid, cel);
    draft.find('destinationLine', lineIdentity(cel.channelName), cel);
    if (draft.found.direction === 'outbound') {
      draft.find('destinationName', '', cel);
      draft.find('requestedName', '', cel);
      return;
    }
    const woken = wokenLine(cel.channelName);
    if (woken !== null) {
      draft.mobilesAwaited.add(woken);
      return;
    }
    const line = deviceLine(cel.channelName);
    if (line !== null && draft.mobilesAwaited.has(line)) {
      registerMobile(draft, cel, line);
      return;
    }
    if (!draft.authoritative) {
      draft.find('destinationNumber', cel.cidNum, cel);
      draft.find('destinationName', cel.cidName, cel);
    }
    if (!draft.found.requestedName) draft.find('requestedName', cel.cidName, cel);
  },
  BRIDGE_ENTER: enterBridge,
  BRIDGE_START: enterBridge,
  APP_START: noteVoicemail,
  WAZO_CALL_LOG_REQUESTED_INTERNAL(draft, cel) {
    findRequestedInternal(draft, cel);
    draft.find('requestedName', cel.cidName, cel);
  },
  WAZO_CALL_LOG_DESTINATION(draft, cel) {
    // Where the caller sent the called one to, and left: the conversation goes on there.
    if (draft.callerLeftAt === null || cel.eventTime < draft.callerLeftAt || !announceDestination(draft, cel)) return;
    draft.forwarded = true;
    draft.firstBridgeIsDue = true;
  },
};
