import type { CallLog, Linkedid } from '@callstitch/domain';
import { instant } from '@callstitch/domain';

const START = Date.UTC(2026, 10, 23, 15, 14, 11) * 1_000;

export const ALICE = '7a7a0001-0000-4000-8000-000000000001';
export const BOB = '7a7a0001-0000-4000-8000-000000000002';
export const TENANT = '7e7e0001-0000-4000-8000-000000000001';

/** A call in which every field has a value, and texts are as nasty as people type them. */
export function sampleCall(changed: Partial<CallLog> = {}): CallLog & { readonly id: number } {
  return { ...CALL, ...changed, id: changed.id ?? 4_812 };
}

const at = (microseconds: number) => instant(START + microseconds);

const CALL: CallLog = {
  id: null,
  version: 3,
  conversationId: '1795447035.555' as Linkedid,
  linkedids: ['1795447035.555' as Linkedid, 'click "42", {a\\b}' as Linkedid],
  tenantUuid: TENANT,
  direction: 'internal',
  status: 'answered',
  closedBy: 'channels',
  startedAt: at(120_345),
  answeredAt: at(540_021),
  endedAt: at(63_190_532),
  ringSeconds: 0.419676,
  talkSeconds: 62.650511,
  source: {
    name: 'Élodie "Lo" O\'Neil\t🦉',
    number: '1001',
    context: 'acme-internal',
    channel: 'PJSIP/1001-0000000c',
    internalNumber: '1001',
    internalContext: 'acme-internal',
    line: 'line-1',
    userUuid: ALICE,
  },
  requested: {
    name: 'Sales',
    number: '*4010#',
    context: 'acme-internal',
    internalNumber: '4010',
    internalContext: 'acme-queues',
    userUuid: '7a7a0001-0000-4000-8000-000000000003',
  },
  destination: {
    kind: 'queue',
    details: { queue: 'sales\\night', parkingLot: 'default' },
    name: 'Bob\nTremblay',
    number: '1002',
    context: 'acme-internal',
    channel: 'PJSIP/1002-0000000d',
    internalNumber: '1002',
    internalContext: 'acme-internal',
    line: 'line-2',
    userUuid: BOB,
  },
  answeredBy: { name: 'Bob', number: '1002', userUuid: BOB },
  participants: [
    {
      role: 'destination',
      userUuid: BOB,
      lineId: 12,
      name: 'Bob Tremblay',
      number: '1002',
      answered: true,
      requested: false,
      tags: ['night', 'b\\c'],
    },
    { role: 'source', userUuid: null, lineId: null, name: '', number: '1001', answered: true, requested: false, tags: [] },
  ],
  tags: [
    { tag: 'sales', tagger: 'userfield' },
    { tag: 'sales', tagger: 'number-rules' },
    { tag: 'été', tagger: 'userfield' },
  ],
  recordings: [
    { uuid: '4ec04d00-0000-4000-8000-000000000001', startedAt: at(600_001), endedAt: at(5_000_002), path: '/r/a\\b.wav' },
    { uuid: '4ec04d00-0000-4000-8000-000000000002', startedAt: at(700_001), endedAt: at(800_002), path: null },
  ],
  hangup: { cause: 16, by: 'source' },
  transfers: [{ kind: 'blind', by: '1002', to: '1003', at: at(1_900_003) }],
  journey: [
    { kind: 'ring', from: at(120_345), until: at(540_021), parties: ['1001', '1002'], endedBy: 'answered' },
    { kind: 'talk', from: at(540_021), until: at(63_190_532), parties: ['1001', '1002'], endedBy: 'hangup' },
  ],
  sourceInternalName: "Élodie O'Neil",
  userField: 'sales, "night"',
  reachedVoicemail: true,
};
