import type { Cel } from '@callstitch/domain';
import { announceDestination } from './announced-destination.js';
import { announce } from './announced-users.js';
import { findTenant } from './caller-rules.js';
import type { Draft } from './draft.js';
import { eventName } from './event-name.js';
import { lineIdentity } from './line-name.js';
import { labelledPayload, payloadOf, uuidIn } from './payload.js';
import { startedChannels } from './reading.js';
import { noteVoicemail } from './voicemail-run.js';

function lastEntry(cels: readonly Cel[], starts: readonly Cel[]): Cel | null {
  const candidates = new Set(starts.filter(({ channelName }) => !channelName.startsWith('Local/')).map(({ uniqueid }) => uniqueid));
  return cels.findLast(({ eventType, uniqueid }) => eventType === 'BRIDGE_ENTER' && candidates.has(uniqueid)) ?? null;
}

/** The one who was called, from the answer of their channel: on outgoing calls it knows more than the start. */
function readDestination(draft: Draft, cels: readonly Cel[], entry: Cel): void {
  const answer = cels.find(({ eventType, uniqueid }) => eventType === 'ANSWER' && uniqueid === entry.uniqueid);
  if (answer === undefined) return;
  draft.find('destinationName', answer.cidName, answer);
  draft.find('destinationNumber', answer.cidNum, answer);
  draft.find('destinationLine', lineIdentity(answer.channelName), answer);
  // The last entry: the one before was into a bridge with the Local channel, which was optimised away.
  draft.find('answeredAt', entry.eventTime, entry);
  const start = cels.find(({ eventType, uniqueid }) => eventType === 'CHAN_START' && uniqueid === entry.uniqueid) as Cel;
  draft.channels.add(start, 'destination');
  draft.channels.answer(entry.uniqueid);
  draft.lastDeviceInBridge = entry;
}

function readUserEvent(draft: Draft, cel: Cel): void {
  switch (eventName(cel)) {
    case 'APP_START':
      noteVoicemail(draft, cel);
      break;
    case 'XIVO_INCALL':
      if (draft.found.direction !== 'outbound') draft.find('direction', 'inbound', cel);
      findTenant(draft, payloadOf(cel), cel);
      break;
    case 'XIVO_OUTCALL':
      draft.find('direction', 'outbound', cel);
      break;
    case 'WAZO_CALL_LOG_DESTINATION':
      announceDestination(draft, cel);
      break;
    case 'WAZO_ORIGINATE_ALL_LINES': {
      const payload = labelledPayload(cel);
      const uuid = uuidIn(payload.get('user_uuid'));
      if (uuid === null || uuidIn(payload.get('tenant_uuid')) === null) break;
      findTenant(draft, payload.get('tenant_uuid'), cel);
      announce(draft, { uuid, role: 'source', requested: false });
      draft.channels.add(cel, 'source');
      break;
    }
  }
}

/**
 * Reads a call that was set up through a pair of Local channels: the phone that was rung first is the source. False when
 * that phone never answered, so that nothing of this can be told.
 */
export function readOriginate(draft: Draft, cels: readonly Cel[]): boolean {
  draft.pass = 'originate';
  const [one, two, phone, ...others] = startedChannels(cels);
  if (one === undefined || two === undefined || phone === undefined) return false;
  const first = (eventType: string, { uniqueid }: Cel): Cel | undefined =>
    cels.find((cel) => cel.uniqueid === uniqueid && cel.eventType === eventType);
  const [answer, end, dialled] = [first('ANSWER', phone), first('CHAN_END', phone), first('ANSWER', two)];
  if (answer === undefined || end === undefined || dialled === undefined) return false;
  draft.channels.add(phone, 'source');
  draft.find('startedAt', one.eventTime, one);
  draft.find('endedAt', end.eventTime, end);
  draft.find('sourceName', answer.cidName, answer);
  draft.find('sourceNumber', answer.cidNum, answer);
  draft.find('sourceLine', lineIdentity(answer.channelName), answer);
  // The far half carries the caller id of the other side: what was dialled.
  draft.find('requestedNumber', dialled.cidNum, dialled);
  draft.find('destinationNumber', dialled.cidNum, dialled);
  const run = first('APP_START', one);
  if (run !== undefined) draft.find('userField', run.userfield, run);
  for (const cel of cels) readUserEvent(draft, cel);
  const entry = lastEntry(cels, others);
  if (entry !== null) readDestination(draft, cels, entry);
  return true;
}
