import type { Cel } from '@callstitch/domain';
import { extraText } from '@callstitch/domain';
import { announceDestination } from './announced-destination.js';
import { announce } from './announced-users.js';
import type { Draft } from './draft.js';
import { lineIdentity } from './line-name.js';
import { labelledPayload, payloadOf, positionalPayload, uuidIn } from './payload.js';
import { noteVoicemail } from './voicemail-run.js';

/** What one event of one channel says. Rules and their order of reading: the reference's `cel_interpretor.py`. */
export type Rule = (draft: Draft, cel: Cel) => void;

const MEETING_NUMBER = /^wazo-meeting-/;

const MISSED_CALL = [
  'wazo_tenant_uuid',
  'source_user_uuid',
  'destination_user_uuid',
  'destination_exten',
  'source_name',
  'destination_name',
];
const BLOCKED_CALL = [
  'wazo_tenant_uuid',
  'destination_user_uuid',
  'blocked_caller_id_num',
  'blocked_caller_id_name',
  'blocked_number_uuid',
];

/** The first tenant that is one counts. */
export function findTenant(draft: Draft, text: string | null | undefined, cel: Cel): void {
  const uuid = uuidIn(text);
  if (uuid !== null && draft.found.tenantUuid === null) draft.find('tenantUuid', uuid, cel);
}

/** `WAZO_CALL_LOG_REQUESTED_INTERNAL`: the colleague's number behind what was dialled. */
export const findRequestedInternal: Rule = (draft, cel) => {
  const payload = labelledPayload(cel);
  const [number, context] = [payload.get('number') ?? '', payload.get('context') ?? ''];
  if (number !== '') draft.find('requestedInternalNumber', number, cel);
  if (context !== '') draft.find('requestedInternalContext', context, cel);
};

const enterBridge: Rule = (draft, cel) => {
  const { found } = draft;
  if (!found.sourceName) draft.find('sourceName', cel.cidName, cel);
  if (!found.sourceNumber) draft.find('sourceNumber', draft.shown(cel.cidNum), cel);
  if (found.answeredAt === null && extraText(cel, 'bridge_technology') !== 'holding_bridge') draft.find('answeredAt', cel.eventTime, cel);
};

/** Events of the channel that called. */
export const CALLER_RULES: Readonly<Record<string, Rule>> = {
  CHAN_START(draft, cel) {
    draft.channels.add(cel, 'source');
    draft.find('startedAt', cel.eventTime, cel);
    draft.find('sourceName', cel.cidName, cel);
    draft.find('sourceInternalName', cel.cidName, cel);
    draft.find('sourceNumber', draft.shown(cel.cidNum), cel);
    draft.find('sourceLine', lineIdentity(cel.channelName), cel);
    draft.find('requestedNumber', draft.shown(cel.exten), cel);
    draft.find('requestedContext', cel.context, cel);
    draft.find('destinationNumber', draft.shown(cel.exten), cel);
  },
  APP_START(draft, cel) {
    draft.find('userField', cel.userfield, cel);
    noteVoicemail(draft, cel);
    // After a forward the caller id is decorated for the next phone.
    if (draft.forwarded) return;
    if (cel.cidName !== '') draft.find('sourceName', cel.cidName, cel);
    if (cel.cidNum !== '') draft.find('sourceNumber', draft.shown(cel.cidNum), cel);
  },
  ANSWER(draft, cel) {
    // A phone that was originated dials nothing; its caller id is then that of the other side.
    if (!draft.found.destinationNumber) draft.find('destinationNumber', cel.cidNum, cel);
    if (!draft.found.requestedNumber) draft.find('requestedNumber', draft.shown(cel.cidNum), cel);
  },
  BRIDGE_ENTER: enterBridge,
  BRIDGE_START: enterBridge,
  CHAN_END(draft, cel) {
    draft.find('endedAt', cel.eventTime, cel);
  },
  BLINDTRANSFER(draft, cel) {
    draft.callerLeftAt ??= cel.eventTime;
  },
  ATTENDEDTRANSFER(draft, cel) {
    draft.callerLeftAt ??= cel.eventTime;
  },
  XIVO_FROM_S(draft, cel) {
    draft.find('requestedNumber', draft.shown(cel.exten), cel);
    draft.find('destinationNumber', draft.shown(cel.exten), cel);
    draft.find('requestedContext', cel.context, cel);
  },
  XIVO_INCALL(draft, cel) {
    draft.find('direction', 'inbound', cel);
    findTenant(draft, payloadOf(cel), cel);
  },
  XIVO_OUTCALL(draft, cel) {
    if (!draft.forwarded) {
      draft.find('direction', 'outbound', cel);
      return;
    }
    // A forward to the outside: the call stays what it was, only its destination is another one.
    draft.find('destinationDetails', {}, cel);
    draft.find('destinationNumber', draft.shown(cel.cidNum), cel);
    draft.find('destinationName', cel.cidName, cel);
  },
  XIVO_USER_FWD(draft, cel) {
    draft.forwarded = true;
    const payload = labelledPayload(cel);
    const number = payload.get('NUM');
    if (number !== undefined) {
      draft.find('destinationNumber', draft.shown(number), cel);
      if (draft.firstForwardIsDue) {
        draft.find('requestedInternalNumber', draft.shown(number), cel);
        draft.find('requestedInternalContext', payload.get('CONTEXT') ?? '', cel);
        draft.find('requestedName', payload.get('NAME') ?? '', cel);
      }
    }
    draft.firstForwardIsDue = false;
  },
  WAZO_CONFERENCE(draft, cel) {
    const [, name] = /NAME: (.*)$/s.exec(payloadOf(cel)) ?? [];
    if (name !== undefined) draft.find('destinationName', name, cel);
  },
  WAZO_MEETING_NAME(draft, cel) {
    const name = payloadOf(cel);
    if (name !== '') draft.find('destinationName', name, cel);
    const { destinationNumber } = draft.found;
    if (destinationNumber !== null && MEETING_NUMBER.test(destinationNumber)) draft.hiddenNumbers.add(destinationNumber);
  },
  WAZO_USER_MISSED_CALL(draft, cel) {
    const payload = positionalPayload(cel, MISSED_CALL);
    if (payload.size === 0) return;
    findTenant(draft, payload.get('wazo_tenant_uuid'), cel);
    const [sourceName, destinationName] = [payload.get('source_name'), payload.get('destination_name')];
    if (destinationName !== undefined) draft.find('destinationName', destinationName, cel);
    if (sourceName !== undefined) draft.find('sourceName', sourceName, cel);
    draft.find('sourceNumber', cel.cidNum, cel);
    draft.find('sourceLine', lineIdentity(cel.channelName), cel);
    for (const role of ['source', 'destination'] as const) {
      const uuid = uuidIn(payload.get(`${role}_user_uuid`));
      if (uuid !== null) announce(draft, { uuid, role, requested: false });
    }
  },
  WAZO_USER_BLOCKED_CALL(draft, cel) {
    const payload = positionalPayload(cel, BLOCKED_CALL);
    findTenant(draft, payload.get('wazo_tenant_uuid'), cel);
    const [name, number] = [payload.get('blocked_caller_id_name'), payload.get('blocked_caller_id_num')];
    if (name !== undefined) draft.find('sourceName', name, cel);
    if (number !== undefined) draft.find('sourceNumber', number, cel);
    draft.find('sourceLine', lineIdentity(cel.channelName), cel);
    draft.find('blocked', true, cel);
    const uuid = uuidIn(payload.get('destination_user_uuid'));
    if (uuid !== null) announce(draft, { uuid, role: 'destination', requested: false });
  },
  WAZO_CALL_LOG_DESTINATION: announceDestination,
  WAZO_CALL_LOG_REQUESTED_INTERNAL: findRequestedInternal,
};
