import { instant, type CallLog, type Linkedid } from '@callstitch/domain';

const at = (seconds: number) => instant(Date.UTC(2026, 0, 5, 9) * 1_000 + seconds * 1_000_000 + 123_456);
const end = { context: 'office', channel: 'PJSIP/alice-1', internalNumber: null, internalContext: null, line: null, userUuid: null };

/** A call with something of everything. */
export const callLog: CallLog = {
  id: 7,
  version: 1,
  conversationId: '1.1' as Linkedid,
  linkedids: ['1.1' as Linkedid],
  tenantUuid: null,
  direction: 'internal',
  status: 'answered',
  closedBy: 'end',
  startedAt: at(0),
  answeredAt: at(5),
  endedAt: at(60),
  ringSeconds: 5,
  talkSeconds: 55,
  source: { ...end, name: 'Alice Martin', number: '1001' },
  requested: { name: null, number: '1002', context: 'office', internalNumber: null, internalContext: null, userUuid: null },
  destination: { ...end, kind: 'user', name: 'Bob', number: '1002', details: {} },
  answeredBy: { name: 'Bob', number: '1002', userUuid: null },
  participants: [
    {
      role: 'source',
      userUuid: null,
      lineId: null,
      name: 'Alice Martin',
      number: '1001',
      answered: true,
      requested: false,
      tags: ['sales'],
    },
  ],
  tags: [],
  recordings: [{ uuid: null, startedAt: at(5), endedAt: at(60), path: null }],
  hangup: { cause: 16, by: 'source' },
  transfers: [{ kind: 'blind', by: '1002', to: '1003', at: at(30) }],
  journey: [{ kind: 'ring', from: at(0), until: at(5), parties: ['1002'], endedBy: 'answered' }],
  sourceInternalName: null,
  userField: null,
  reachedVoicemail: false,
};
