import type { Linkedid } from './asterisk-ids.js';
import type { CallLog } from './call-log.js';
import { callLogJson } from './call-log-json.js';
import { instant } from './instant.js';

const START = Date.UTC(2026, 10, 23, 15, 14, 11) * 1_000;
const at = (microseconds: number) => instant(START + microseconds);

const WHOM = {
  userUuid: null,
  line: null,
  internalContext: null,
  internalNumber: null,
  channel: null,
  context: null,
  number: '1002',
  name: 'Bob Tremblay',
};

/** A call whose keys stand in the wrong order and which knows more than the contract shows: a field of its own, and those of a dialect. */
function aCall(changed: Partial<CallLog> = {}): CallLog {
  const call: CallLog & { readonly secret: string } = {
    secret: 'not for the contract',
    journey: [{ endedBy: 'hangup', parties: ['1001', '1002'], until: at(3_190_532), from: at(540_021), kind: 'talk' }],
    transfers: [{ at: at(1_900_000), to: '1003', by: '1002', kind: 'blind' }],
    hangup: { by: 'source', cause: 16 },
    recordings: [{ path: '/r/1.wav', endedAt: at(7), startedAt: at(6), uuid: null }],
    tags: [{ tagger: 'userfield', tag: 'sales' }],
    participants: [
      { tags: ['sales'], requested: true, answered: true, number: '1002', name: 'Bob', lineId: 12, userUuid: null, role: 'destination' },
    ],
    answeredBy: { userUuid: null, number: '1002', name: 'Bob' },
    destination: { details: { queue: 'support' }, ...WHOM, kind: 'user' },
    requested: { userUuid: null, internalContext: null, internalNumber: null, context: null, number: '1002', name: '' },
    source: WHOM,
    talkSeconds: 2.4,
    ringSeconds: 0.419676,
    endedAt: at(3_190_532),
    answeredAt: at(540_021),
    startedAt: at(120_345),
    closedBy: 'end',
    status: 'answered',
    direction: 'internal',
    tenantUuid: null,
    linkedids: ['1.1' as Linkedid],
    conversationId: '1.1' as Linkedid,
    version: 1,
    id: null,
    sourceInternalName: 'B',
    userField: null,
    reachedVoicemail: false,
  };
  return { ...call, ...changed };
}

test('keys come out in the order of the contract, and no others', () => {
  expect(Object.keys(callLogJson(aCall()))).toEqual([
    'id',
    'version',
    'conversationId',
    'linkedids',
    'tenantUuid',
    'direction',
    'status',
    'closedBy',
    'startedAt',
    'answeredAt',
    'endedAt',
    'ringSeconds',
    'talkSeconds',
    'source',
    'requested',
    'destination',
    'answeredBy',
    'participants',
    'tags',
    'recordings',
    'hangup',
    'transfers',
    'journey',
  ]);
});

test('the parts of a call keep the order of the contract too, whatever order a database gave them', () => {
  const { source, requested, destination, answeredBy, participants, tags, hangup } = callLogJson(aCall());
  const end = ['context', 'channel', 'internalNumber', 'internalContext', 'line', 'userUuid'];
  expect(Object.keys(source)).toEqual(['name', 'number', ...end]);
  expect(Object.keys(requested)).toEqual(['name', 'number', 'context', 'internalNumber', 'internalContext', 'userUuid']);
  expect(Object.keys(destination)).toEqual(['kind', 'name', 'number', ...end, 'details']);
  expect(JSON.stringify({ answeredBy, participants, tags, hangup })).toBe(
    '{"answeredBy":{"name":"Bob","number":"1002","userUuid":null},' +
      '"participants":[{"role":"destination","userUuid":null,"lineId":12,"name":"Bob","number":"1002","answered":true,"requested":true,"tags":["sales"]}],' +
      '"tags":[{"tag":"sales","tagger":"userfield"}],"hangup":{"cause":16,"by":"source"}}',
  );
});

test('recordings, transfers and segments keep the order of the contract too', () => {
  const { recordings, transfers, journey } = callLogJson(aCall());
  expect(JSON.stringify({ recordings, transfers, journey })).toBe(
    '{"recordings":[{"uuid":null,"startedAt":"2026-11-23T15:14:11.000006Z","endedAt":"2026-11-23T15:14:11.000007Z","path":"/r/1.wav"}],' +
      '"transfers":[{"kind":"blind","by":"1002","to":"1003","at":"2026-11-23T15:14:12.900000Z"}],' +
      '"journey":[{"kind":"talk","from":"2026-11-23T15:14:11.540021Z","until":"2026-11-23T15:14:14.190532Z","parties":["1001","1002"],"endedBy":"hangup"}]}',
  );
});

test('instants are ISO 8601 UTC texts with six fractional digits', () => {
  expect(callLogJson(aCall())).toMatchObject({
    startedAt: '2026-11-23T15:14:11.120345Z',
    answeredAt: '2026-11-23T15:14:11.540021Z',
    endedAt: '2026-11-23T15:14:14.190532Z',
  });
});

test('absent values are null, never absent', () => {
  const unanswered = callLogJson(aCall({ answeredAt: null, answeredBy: null, talkSeconds: 0 }));
  expect(unanswered).toMatchObject({ id: null, tenantUuid: null, answeredAt: null, answeredBy: null });
  expect(Object.values(unanswered)).not.toContain(undefined);
});

test('what is no instant says the same as before', () => {
  const call = aCall({ id: 812, version: 3 });
  const json: Record<string, unknown> = { ...callLogJson(call) };
  const mapped = ['startedAt', 'answeredAt', 'endedAt', 'recordings', 'transfers', 'journey'];
  for (const [key, value] of Object.entries(call)) if (key in json && !mapped.includes(key)) expect(json[key]).toEqual(value);
});
